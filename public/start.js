// Starts the program that lies beside this file.
import init from './crossroads.js';

await init();
