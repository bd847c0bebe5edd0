// The rules that specs/validity.spec.ts holds pages against: all that html-validate recommends, less what is a matter of
// style, or is meant as it is. Each rule that is off has its reason.

const rules = {
  // How a tag is written, and not what it says: the program, the build and the browser each write it in their way.
  'attr-case': 'off',
  'attr-quotes': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'doctype-style': 'off',
  'no-trailing-whitespace': 'off',
  'void-style': 'off',
  // On a narrow screen a table stands row by row, which its style does. Browsers then take it for no table any more,
  // unless its roles are named.
  'no-redundant-role': 'off',
  // A title names the roles that are compared, whole. Search engines cut it where they like.
  'long-title': 'off',
};

/** For a page as the program has made it. */
export const running = {
  extends: ['html-validate:recommended'],
  rules: {
    ...rules,
    // What the program computes is set as a style of the element, which the policy lets a script do and markup not.
    'no-inline-style': 'off',
    // A list of what a search field has found is no choice that a `<select>` could offer.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
    // The filters of the list of all roles act at once and send nothing, so that there is nothing to submit.
    'wcag/h32': 'off',
  },
};

/** For a page as it is served, before the program runs. */
export const served = {
  extends: ['html-validate:recommended'],
  rules: {
    ...rules,
    // A button does nothing yet, and there is no form that it could send: its type is left out (prerender/src/body.rs).
    'no-implicit-button-type': 'off',
    // What is shown while another comparison is awaited stands in place of the page, and is hidden until then.
    'unique-landmark': 'off',
  },
};
