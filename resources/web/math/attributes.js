// Takes the place of MathJax's core/MmlTree/Attributes at bundle time. MathJax chains four objects by
// their prototypes and changes them all the time; Qt's JavaScript engine then walks its whole class
// tree at each change, which makes a formula five times slower. Here each level is a plain object and
// a look-up asks them one after the other.

export const INHERIT = '_inherit_';

const has = (object, name) => Object.prototype.hasOwnProperty.call(object, name);

export class Attributes {
    constructor(defaults, global) {
        this.global = global;
        this.defaults = defaults; // of all nodes of this kind; nobody changes them
        this.inherited = {};
        this.attributes = {};
    }

    set(name, value) {
        this.attributes[name] = value;
    }

    setList(list) {
        Object.assign(this.attributes, list);
    }

    setInherited(name, value) {
        this.inherited[name] = value;
    }

    getDefault(name) {
        const value = this.defaults[name];
        return value === undefined ? this.global[name] : value;
    }

    getInherited(name) {
        const value = this.inherited[name];
        return value === undefined ? this.getDefault(name) : value;
    }

    getExplicit(name) {
        return this.attributes[name];
    }

    get(name) {
        let value = this.attributes[name];
        if (value === undefined)
            value = this.getInherited(name);
        return value === INHERIT ? this.global[name] : value;
    }

    getList(...names) {
        const values = {};
        for (const name of names)
            values[name] = this.get(name);
        return values;
    }

    isSet(name) {
        return has(this.attributes, name) || has(this.inherited, name);
    }

    hasDefault(name) {
        return has(this.defaults, name) || name in this.global;
    }

    getExplicitNames() {
        return Object.keys(this.attributes);
    }

    getInheritedNames() {
        return Object.keys(this.inherited);
    }

    getDefaultNames() {
        return Object.keys(this.defaults);
    }

    getGlobalNames() {
        return Object.keys(this.global);
    }

    getAllAttributes() {
        return this.attributes;
    }

    getAllInherited() {
        return this.inherited;
    }

    getAllDefaults() {
        return this.defaults;
    }

    getAllGlobals() {
        return this.global;
    }
}
