// Bundles typeset.js and the parts of MathJax it names into one script for Qt's JavaScript engine.
// usage: node bundle.mjs NODE_MODULES OUTPUT
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

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
    format: 'iife',
    nodePaths: [modules],
    legalComments: 'none',
    // Qt 6.4's engine does not know globalThis.
    banner: {js: 'var ponderGlobal = this;'},
    define: {globalThis: 'ponderGlobal'},
    plugins: [{
        name: 'plain-attributes',
        setup(build) {
            build.onResolve({filter: /\/Attributes\.js$/}, () => ({path: join(here, 'attributes.js')}));
        },
    }],
});
