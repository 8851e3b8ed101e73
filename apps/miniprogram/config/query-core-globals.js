/** A webpack loader: asks nobody for `globalThis`, which old WeChat does not have. Fails when the library has changed. */
module.exports = function queryCoreGlobals(source) {
  const question = '"Deno" in globalThis';
  if (!source.includes(question)) throw new Error(`query-core no longer asks ${question}: look at its utils again`);
  return source.replace(question, 'false');
};
