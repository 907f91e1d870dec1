// Picket in Node, without a server: a call, an error with its place, time, and a session to keep.
// node examples/node/quickstart.mjs     (PICKET_WEB: the folder of the built module)
const folder = process.env.PICKET_WEB ?? new URL('../../build/web/web', import.meta.url).pathname;
const { loadPicket } = await import(`file://${folder}/picket.js`);

const picket = await loadPicket();
const engine = picket.createEngine({ seed: 1 });

const made = engine.call('CreateThing', { thingName: 'pump-17' });
console.log('made', made.output.thingArn);

const { error: place } = engine.call('CreateThing', '{\n  "thingName": "pump 17"\n}');
console.log(
    `${place.name} at ${place.path}, line ${place.line}, column ${place.column}`,
);

engine.advance(engine.now.getTime() + 24 * 3600 * 1000);
console.log('a day later it is', engine.now.toISOString());

const later = picket.createEngine();
const report = later.load(engine.save());
console.log('the same World again:', report.sameWorld && later.worldHash() === engine.worldHash());
