declare module 'ailamgi/worker?worker&url' {
  const address: string;
  export default address;
}
declare module '#wasm?url' {
  const address: string;
  export default address;
}
declare module '#model?url' {
  const address: string;
  export default address;
}
