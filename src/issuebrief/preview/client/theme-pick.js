// From the page to the theme, and back: an element that is picked, and where a token is used.
// In:  clicks on pages while one picks; what the server answers.
// Out: areas on the pages; the rules and tokens of an element, with ways to them.

export function picker() {
  return { used() {}, end() {} };
}
