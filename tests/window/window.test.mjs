// The native window, with real keys of a real X server: it starts, is typed into and sends, loses
// no chord however quick, rests, and ends when it is told to. What it did is read from its title,
// which tells what the page tells screen readers, and from the preferences that it keeps.
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';

const APP = process.env.PICKET_WINDOW ?? 'build/asan/imgui_app/picket_app';
const HOME = mkdtempSync(join(tmpdir(), 'picket-window-'));
let server, app, window, env;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const x = (...words) => execFileSync('xdotool', words, { env, encoding: 'utf8' }).trim();
const title = () => x('getwindowname', window);
const preferences = () => readFileSync(join(HOME, '.config/picket.preferences'), 'utf8');

// What a look at it gives as soon as it is true; what it throws while it is not counts as not yet.
async function until(what, look, ms = 20_000) {
    for (const end = Date.now() + ms;;) {
        try {
            const found = look();
            if (found) return found;
        } catch {
        }
        if (Date.now() > end || app.exitCode !== null)
            throw new Error(
                `${what}: not within ${ms} ms; title "${window && title()}", ` +
                `exit code ${app.exitCode}, ${app.errors}`);
        await sleep(20);
    }
}
const says = (text) => until(`the title says ${text}`, () => title().includes(text));

before(async () => {
    server = spawn(
        'Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'],
        { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const display = await new Promise((resolve, reject) => {
        server.stdio[3].once('data', (text) => resolve(String(text).trim()));
        server.once('error', reject);
        server.once('exit', () => reject(new Error('Xvfb ended')));
    });
    // What the drivers of OpenGL keep to the end is theirs.
    const options = `${process.env.ASAN_OPTIONS ?? ''}:detect_leaks=0`;
    env = {...process.env, DISPLAY: `:${display}`, HOME, ASAN_OPTIONS: options };
    delete env.XDG_CONFIG_HOME;
    delete env.WAYLAND_DISPLAY;
    app = spawn(APP, [], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    app.errors = '';
    app.stderr.on('data', (text) => app.errors += text);
    window = await until('a window', () => x('search', '--pid', String(app.pid)).split('\n')[0]);
    await until('it is drawn', () => x('windowfocus', '--sync', window) === '');
});

after(() => {
    app?.kill('SIGKILL');
    server?.kill();
    rmSync(HOME, { recursive: true });
});

test('what is typed into the editor is sent by Ctrl+Enter', async () => {
    x('mousemove', '300', '420', 'click', '1');
    await sleep(200);
    x('key', 'ctrl+a');
    x('type', '--delay', '12', '{"thingName": "typed"}');
    x('key', 'ctrl+Return');
    await says('CreateMitigationAction: InvalidRequestException');
    await says('actionName');
});

test('no chord is lost, however quickly it is pressed and released', async () => {
    for (let i = 0; i < 5; i++) {
        x('key', '--delay', '0', 'ctrl+equal');
        await sleep(120);
    }
    await until('five steps of zoom are kept', () => /^zoom=2\.000$/m.test(preferences()));
    for (let i = 0; i < 5; i++) {
        x('keydown', 'ctrl');
        await sleep(40);
        x('key', 'minus');
        x('keyup', 'ctrl');
        await sleep(80);
    }
    await until('five steps back are kept', () => /^zoom=1\.000$/m.test(preferences()));
});

test('the palette opens, finds and shows a view', async () => {
    x('key', 'ctrl+k');
    await sleep(200);
    x('type', '--delay', '12', 'Session: Settings');
    await sleep(200);
    x('key', 'Return');
    await until('the view is kept', () => /^section=settings$/m.test(preferences()));
    x('key', 'F6');
    await until('another pane has the keys', () => /: (Request|Response|World)$/.test(title()));
});

test('at rest it uses no time of the processor', async () => {
    const ticks = () => {
        const fields = readFileSync(`/proc/${app.pid}/stat`, 'utf8').split(') ')[1].split(' ');
        return Number(fields[11]) + Number(fields[12]);
    };
    await sleep(1000);
    const start = ticks();
    await sleep(1500);
    assert.ok(ticks() - start <= 1, `${ticks() - start} ticks in 1.5 s`);
});

test('SIGTERM ends it as a closed window does', async () => {
    const ended =
        new Promise((resolve) => app.once('exit', (code, signal) => resolve([code, signal])));
    app.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    assert.equal(app.errors, '');
    assert.match(preferences(), /^zoom=1\.000$/m);
});
