// Takes the place of MathJax's core/Tree/Factory at bundle time. MathJax makes each node, wrapper and stack item (some
// hundred for a formula) by binding a function, joining arrays and calling the result; this calls the constructor.
// A plain function with a prototype, because MathJax's classes derive from it as such.

function construct(Kind, factory, values) {
    switch (values.length) {
    case 0: return new Kind(factory);
    case 1: return new Kind(factory, values[0]);
    case 2: return new Kind(factory, values[0], values[1]);
    default: return new Kind(factory, ...values);
    }
}

export function AbstractFactory(nodes = null) {
    this.defaultKind = 'unknown';
    this.nodeMap = new Map();
    this.node = {};
    const kinds = nodes || this.constructor.defaultNodes;
    for (const kind of Object.keys(kinds))
        this.setNodeClass(kind, kinds[kind]);
}

AbstractFactory.defaultNodes = {};

Object.assign(AbstractFactory.prototype, {
    create(kind, ...values) {
        return construct(this.nodeMap.get(kind) || this.nodeMap.get(this.defaultKind), this, values);
    },

    setNodeClass(kind, Kind) {
        this.nodeMap.set(kind, Kind);
        this.node[kind] = (...values) => construct(Kind, this, values);
    },

    getNodeClass(kind) {
        return this.nodeMap.get(kind);
    },

    deleteNodeClass(kind) {
        this.nodeMap.delete(kind);
        delete this.node[kind];
    },

    nodeIsKind(node, kind) {
        return node instanceof this.getNodeClass(kind);
    },

    getKinds() {
        return Array.from(this.nodeMap.keys());
    },
});
