// What is a mistake in JavaScript, for the scripts of the portal and of the tests.
import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["**/node_modules/**", "**/results/**"] },
  js.configs.recommended,
  { rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error" } },
  { files: ["**/public/boot.js", "**/public/boot/*.js", "**/crates/kit/src/*.js"], languageOptions: { sourceType: "script", globals: globals.browser } },
  { files: ["**/public/sw*.js", "**/public/sw/*.js"], languageOptions: { sourceType: "script", globals: globals.serviceworker } },
  // Playwright reads from the pattern what a fixture needs.
  { files: ["**/tests/engines/**", "**/tests/old/**"], rules: { "no-empty-pattern": ["error", { allowObjectPatternsAsParameters: true }] } },
  { files: ["**/tests/**"], languageOptions: { sourceType: "module", globals: { ...globals.node, ...globals.browser } } },
];
