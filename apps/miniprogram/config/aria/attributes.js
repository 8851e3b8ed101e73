const COMPONENTS =
  'View Text Button Image Input Textarea Navigator Switch Checkbox Radio Picker ScrollView Label Form'.split(' ');
const ATTRIBUTES = 'role label level hidden checked selected disabled live'.split(' ');

const extra = Object.fromEntries(ATTRIBUTES.map((name) => [`aria-${name}`, '']));

/** In Taro's form: component → attribute → default. CommonJS, because it is read by the build and by the bundle. */
module.exports = { components: Object.fromEntries(COMPONENTS.map((name) => [name, { ...extra }])) };
