// The packed font has each glyph that MathJax's own font has, in each variant, and no other.
// usage: node font.test.mjs SOURCE_DIRECTORY NODE_MODULES
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';

const [source, modules] = process.argv.slice(2);
const require = createRequire(modules + '/x.js');
const math = source + '/resources/web/math';
const {packedFont} = await import(math + '/packfont.mjs');

async function load() {
    const built = await require('esbuild').build({
        entryPoints: [math + '/font.js'],
        bundle: true,
        write: false,
        format: 'esm',
        nodePaths: [modules],
        plugins: [packedFont(modules, math)],
    });
    const base64 = Buffer.from(built.outputFiles[0].text).toString('base64');
    const {TeXFont} = await import('data:text/javascript;base64,' + base64);
    return new TeXFont();
}

const {TeXFont} = require('mathjax-full/js/output/svg/fonts/tex.js');
const theirs = new TeXFont(), packed = await load();
const names = TeXFont.defaultVariants.map(([name]) => name);

function codes() {
    const found = new Set([0, 0x1f, 0x4e2d, 0x10ffff]); // four that the font has not
    for (const name of names)
        for (const code in theirs.variant[name].chars)
            found.add(Number(code));
    return [...found];
}

// MathJax adds options to a glyph that has none. A character of which only its stand-in is known has no measures:
// nobody asks for them.
function plain(glyph) {
    const [height, depth, width, options = {}] = glyph || [];
    return glyph && (options.smp || [height, depth, width, options]);
}
const standIn = (variant, code) => ((variant.chars[code] || [])[3] || {}).smp;

const checks = {
    'has the same glyphs': (name, code) =>
        assert.deepEqual(plain(packed.getChar(name, code)), plain(theirs.getChar(name, code))),
    'lets the same characters stand for others': (name, code) =>
        assert.equal(standIn(packed.getVariant(name), code), standIn(theirs.getVariant(name), code)),
    'unpacks a glyph once': (name, code) => assert.equal(packed.getChar(name, code), packed.getChar(name, code)),
};

const all = codes();
assert.ok(all.length > 1000, `only ${all.length} characters`);
let passed = 0, failed = 0;
for (const name of names) {
    for (const [what, check] of Object.entries(checks)) {
        try {
            all.forEach(code => check(name, code));
            ++passed;
        } catch (error) {
            console.error(`FAIL!  : ${name} ${what}: ${error.message}`);
            ++failed;
        }
    }
}
console.log(`Totals: ${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed ? 1 : 0;
