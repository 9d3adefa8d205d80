for (const name of ['instantiate', 'instantiateStreaming']) {
  const real = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const made = await real.apply(WebAssembly, given);
    globalThis.moduleMemory = Object.values(made.instance.exports).find((x) => x instanceof WebAssembly.Memory);
    return made;
  };
}
