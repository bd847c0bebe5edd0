/** What a browser is started with. */
export interface Start {
  /** A folder for what it keeps for itself. */
  home: string;
  /** The folder into which it puts what is saved, and nothing else. */
  downloads: string;
  /** Whether it can run the program of the page. */
  wasm: boolean;
  /** Ends all that was started, however far that came. */
  signal: AbortSignal;
}

/** A browser that is driven: what WebDriver in its two kinds can do, as much of it as the tests ask for. */
export interface Engine {
  /** The version of the browser. */
  readonly version: string;
  go(url: string): Promise<unknown>;
  back(): Promise<unknown>;
  forward(): Promise<unknown>;
  reload(): Promise<unknown>;
  resize(width: number, height: number): Promise<unknown>;
  /** Calls a function of the page, given as text, with an argument, and gives what it promises, both as JSON. */
  call(act: string, given: string): Promise<string>;
  /** Lets a device of input act (https://www.w3.org/TR/webdriver2/#actions). */
  act(device: object): Promise<unknown>;
  picture(): Promise<Buffer>;
  /** The errors and refusals that its console was told of, where its driver passes them on. */
  errors?(): string[];
  end(): Promise<unknown>;
}

/** How long is waited for what has to come, in milliseconds. No test is about time: a slow machine may do other things as well. */
export const PATIENCE = 60_000;

/** Looks again until there is something. */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`expected ${what}, found none`);
}
