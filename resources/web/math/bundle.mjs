// Bundles typeset.js and the parts of MathJax it names into one module for Qt's JavaScript engine. A module,
// because only those are compiled to byte code with the program: read from source at the first formula it
// takes four times as long.
// usage: node bundle.mjs NODE_MODULES OUTPUT
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {packedFont} from './packfont.mjs';
import {plainer} from './plainer.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [modules, output] = process.argv.slice(2).map(path => resolve(path));
const esbuild = createRequire(join(modules, 'x.js'))('esbuild');

await esbuild.build({
    entryPoints: [join(here, 'typeset.js')],
    outfile: output,
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: 'es2016',
    format: 'esm',
    nodePaths: [modules],
    legalComments: 'none',
    // MathJax keeps its own configuration there; Qt 6.4's engine has no globalThis.
    banner: {js: 'const ponderGlobal = {};'},
    define: {globalThis: 'ponderGlobal', global: 'ponderGlobal', window: 'undefined'},
    plugins: [packedFont(modules, here), {
        name: 'quicker-parts',
        setup(build) {
            build.onResolve({filter: /\/Attributes\.js$/}, () => ({path: join(here, 'attributes.js')}));
            build.onResolve({filter: /\/Factory\.js$/}, () => ({path: join(here, 'factory.js')}));
            build.onLoad({filter: /\/mathjax-full\/js\/.*\.js$/},
                         ({path}) => ({contents: plainer(readFileSync(path, 'utf8'), path, here), loader: 'js'}));
        },
    }],
});
