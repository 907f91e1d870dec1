// The workbench as it is shipped, in Chromium: loads below a sub-path under the strict policy,
// edits like a text field, draws nothing at rest, and survives the loss of its graphics.
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {intoEditor, pages, replaceAll} from './browser.mjs';

const { host, onPage } = pages();

describe('first screen', () => {
    onPage('the documented payload runs at one press', {}, async (workbench) => {
        assert.equal((await workbench.state()).operation, 'CreateMitigationAction');
        assert.equal((await workbench.state()).things, 50);
        await workbench.press('Run');
        const state = await workbench.state();
        assert.equal(state.status, 200);
        assert.equal(state.mitigationActions, 1);
        assert.match(
            state.body,
            /arn:aws:iot:us-east-1:123456789012:mitigationaction\/detect_mitigation_action/,
        );
        assert.match(await workbench.page.textContent('#status'), /CreateMitigationAction: 200/);
    });

    onPage(
        'nothing is drawn when nothing changes, also with the caret in the text',
        {},
        async (workbench, page) => {
            await intoEditor(workbench);
            await page.mouse.move(5, 5);
            await workbench.settle();
            const frames = await workbench.frames();
            await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3000)));
            assert.equal(await workbench.frames(), frames);
        },
    );
});

describe('editor', () => {
    onPage('types, undoes, redoes and sends with Ctrl+Enter', {}, async (workbench) => {
        const before = (await workbench.state()).payload;
        await intoEditor(workbench);
        await workbench.keys().press('Control+End');
        await workbench.keys().type('xyz');
        assert.equal((await workbench.state()).payload, before + 'xyz');
        await workbench.keys().press('Control+z');
        assert.equal((await workbench.state()).payload, before);
        await workbench.keys().press('Control+Shift+z');
        assert.equal((await workbench.state()).payload, before + 'xyz');
        await workbench.keys().press('Control+Enter');
        await workbench.until('responded', true);
        const state = await workbench.state();
        assert.equal(state.status, 400);
        assert.equal(state.error, 'InvalidRequestException');
        assert.ok(state.errorLine >= 1);
        assert.ok(state.findings >= 1);
    });

    onPage('keeps indentation on Enter and puts spaces on Tab', {}, async (workbench) => {
        await replaceAll(workbench, '  {');
        await workbench.keys().press('Enter');
        await workbench.keys().press('Tab');
        await workbench.keys().type('x');
        assert.equal((await workbench.state()).payload, '  {\n      x');
    });

    onPage('pastes and cuts through the clipboard', {}, async (workbench, page) => {
        await replaceAll(workbench, '');
        await page.evaluate(
            () => navigator.clipboard.writeText('{\n  "a": "h\u00e9llo \u6f22\u5b57 \u{1F600}"\n}'),
        );
        await workbench.keys().press('Control+v');
        await workbench.settle();
        assert.equal(
            (await workbench.state()).payload,
            '{\n  "a": "h\u00e9llo \u6f22\u5b57 \u{1F600}"\n}',
        );
        await workbench.keys().press('Control+a');
        await workbench.keys().press('Control+x');
        await workbench.settle();
        assert.equal((await workbench.state()).payload, '');
        await workbench.keys().press('Control+z');
        await workbench.settle();
        assert.match((await workbench.state()).payload, /\u{1F600}/u);
    });

    onPage('underlines problems, goes to them, mends them, and undoes', {}, async (workbench) => {
        const wrong = '{\n  "actionName": 7,\n  "roleArn": "arn:aws:iam::123456789012:role/R",\n' +
            '  "actionParams": {"addThingsToThingGroupParams": {"thingGroupNames": "g"}}\n}';
        await replaceAll(workbench, wrong);
        await workbench.rests(250);  // it is looked at when typing pauses
        assert.equal((await workbench.state()).findings, 2);
        assert.match(await workbench.texts(), /^2 problems: /m);
        await workbench.keys().press('F8');
        await workbench.settle();
        const state = await workbench.state();
        assert.equal(state.payload.slice(state.selectionBegin, state.selectionEnd), '7');
        await workbench.keys().press('Control+.');
        await workbench.rests(250);
        assert.match((await workbench.state()).payload, /"actionName": "7"/);
        assert.equal((await workbench.state()).findings, 1);
        await workbench.keys().press('Control+z');
        await workbench.settle();
        assert.equal((await workbench.state()).payload, wrong);
        await workbench.press('Fix all');
        await workbench.rests(250);
        assert.equal((await workbench.state()).findings, 0);
    });

    onPage('opens a pasted command as a call, and copies a call', {}, async (workbench, page) => {
        const command = 'aws iot create-thing-group --thing-group-name pumps';
        await replaceAll(workbench, command);
        await workbench.rests(250);
        assert.equal((await workbench.state()).payload, command);
        await workbench.press('Open it as a call');
        await workbench.rests(250);
        assert.equal((await workbench.state()).operation, 'CreateThingGroup');
        const call = '{\n  "thingGroupName": "pumps"\n}\n';
        assert.equal((await workbench.state()).payload, call);
        assert.equal(await page.inputValue('#payload'), call);
        await workbench.press('Copy as');
        await workbench.press('Copy', 'Request/Copy as');
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        assert.match(copied, /^aws iot create-thing-group\s[^]*--thing-group-name pumps/);
    });

    onPage('composes text of an input method in place', {}, async (workbench, page) => {
        await replaceAll(workbench, '""');
        await workbench.keys().press('ArrowLeft');
        const session = await page.context().newCDPSession(page);
        await session.send('Input.imeSetComposition', {
            text: '\u306b\u307b\u3093',
            selectionStart: 3,
            selectionEnd: 3,
        });
        await workbench.settle();
        assert.equal((await workbench.state()).payload, '"\u306b\u307b\u3093"');
        assert.equal((await workbench.state()).preeditBytes, 9);
        await session.send('Input.insertText', { text: '\u65e5\u672c' });
        await workbench.settle();
        assert.equal((await workbench.state()).payload, '"\u65e5\u672c"');
        assert.equal((await workbench.state()).preeditBytes, 0);
    });

    onPage(
        'a click selects the column that is drawn there, at the end of a long line too',
        { scale: 1.5 },
        async (workbench, page) => {
            const text = '0123456789'.repeat(20);
            await replaceAll(workbench, text);
            const pane = await workbench.widget('Payload');
            const cell = await page.evaluate(
                () => document.getElementById('payload').scrollWidth / 200,
            );
            await workbench.keys().press('Home');
            await workbench.settle();
            const left = await page.evaluate(
                () => document.getElementById('payload').getBoundingClientRect().left,
            );
            for (const column of [3, 30, 55]) {
                await page.mouse.click(left + cell * column + 1, pane.top + 8);
                await workbench.settle();
                assert.equal((await workbench.state()).selectionBegin, column);
            }
        },
    );

    onPage('random edits keep the mirror equal to the text area', {}, async (workbench, page) => {
        await intoEditor(workbench);
        const pieces = ['a', '\n', '\u00e9', '\u{1F600}', '\u6f22', '"k": 1', '{\n  '];
        let seed = 7;
        const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
        for (let i = 0; i < 120; i++) {
            await page.evaluate(
                ([piece, action, at]) => {
                    const area = document.getElementById('payload');
                    const place = Math.floor(at * area.value.length);
                    area.setSelectionRange(
                        place,
                        Math.min(area.value.length, place + (action === 1 ? 3 : 0)),
                    );
                    if (action === 2) document.execCommand('undo');
                    else if (action === 3) document.execCommand('delete');
                    else document.execCommand('insertText', false, piece);
                },
                [pieces[random(pieces.length)], random(4), random(1000) / 1000],
            );
            const same = await page.evaluate(
                () => window.picket.state().payload === document.getElementById('payload').value,
            );
            assert.ok(same, `after edit ${i}`);
        }
    });

    onPage(
        "Format keeps the browser's undo, another operation is another document",
        {},
        async (workbench) => {
            await replaceAll(workbench, '{"a":1}');
            await workbench.press('Format');
            assert.equal((await workbench.state()).payload, '{\n  "a": 1\n}\n');
            await intoEditor(workbench);
            await workbench.keys().press('Control+z');
            await workbench.settle();
            assert.equal((await workbench.state()).payload, '{"a":1}');
            await workbench.press('Operation');
            await workbench.keys().type('CreateThingGroup');
            await workbench.settle();
            await workbench.keys().press('Enter');
            await workbench.settle();
            assert.equal((await workbench.state()).operation, 'CreateThingGroup');
            assert.match((await workbench.state()).payload, /thingGroupName/);
            assert.equal(
                await workbench.page.inputValue('#payload'),
                (await workbench.state()).payload,
            );
        },
    );

    onPage('scrolling keeps text and picture together', {}, async (workbench, page) => {
        await replaceAll(
            workbench,
            Array.from({ length: 300 }, (_, i) => `"line ${i}"`).join('\n'),
        );
        await page.mouse.move(200, 400);
        await page.mouse.wheel(0, 900);
        await workbench.settle();
        const top = await page.evaluate(() => document.getElementById('payload').scrollTop);
        assert.ok(top > 500);
        const pane = await workbench.widget('Payload');
        await page.mouse.click(pane.left + 80, pane.top + 10);
        await workbench.settle();
        const { selectionBegin, payload } = await workbench.state();
        const line = payload.slice(0, selectionBegin).split('\n').length - 1;
        const height = await page.evaluate(
            () => parseFloat(getComputedStyle(document.getElementById('payload')).lineHeight),
        );
        assert.equal(
            line,
            Math.floor(
                ((await page.evaluate(() => document.getElementById('payload').scrollTop)) + 10) /
                    height,
                ),
        );
    });
});

describe('plain fields', () => {
    onPage(
        'take typed, pasted and composed text, and give up copies',
        {},
        async (workbench, page) => {
            await workbench.press('Operation');
            await workbench.keys().type('thing');
            await workbench.settle();
            assert.equal((await workbench.state()).search, 'thing');
            await page.evaluate(() => navigator.clipboard.writeText(' gr\u00e9'));
            await workbench.keys().press('Control+v');
            await workbench.settle();
            assert.equal((await workbench.state()).search, 'thing gr\u00e9');
            await workbench.keys().press('Control+a');
            await workbench.keys().press('Control+c');
            await workbench.settle();
            assert.equal(
                await page.evaluate(() => navigator.clipboard.readText()),
                'thing gr\u00e9',
            );
            await workbench.keys().press('Backspace');
            const session = await page.context().newCDPSession(page);
            await session.send('Input.imeSetComposition', {
                text: '\u3042',
                selectionStart: 1,
                selectionEnd: 1,
            });
            await session.send('Input.insertText', { text: '\u4e9c' });
            await workbench.settle();
            assert.equal((await workbench.state()).search, '\u4e9c');
        },
    );
});

describe('clock', () => {
    onPage('steps, plays, pauses and rewinds', {}, async (workbench) => {
        await workbench.press('Next event');
        await workbench.until('now', '2026-01-01T00:00:30Z');
        assert.equal((await workbench.state()).things, 51);
        await workbench.press('+1 day');
        await workbench.until('now', '2026-01-02T00:00:30Z');
        const play = await workbench.widget('Play');
        await workbench.page.mouse.click(play.x, play.y);
        await workbench.page.waitForFunction(
            () => window.picket.state().now > '2026-01-02T00:01:00Z',
        );
        await workbench.page.mouse.click(play.x, play.y);
        await workbench.until('playing', false);
        await workbench.press('Rewind');
        assert.equal((await workbench.state()).now, '2026-01-01T00:00:00Z');
    });
});

describe('graphics', () => {
    onPage(
        'a lost context comes back with the picture, and text typed meanwhile is kept',
        {},
        async (workbench, page) => {
            for (let cycle = 0; cycle < 2; cycle++) {
                await page.evaluate(() => {
                    const context = document.getElementById('canvas').getContext('webgl2');
                    window.loss = context.getExtension('WEBGL_lose_context') ?? window.loss;
                    window.loss.loseContext();
                });
                await page.focus('#payload');
                await workbench.keys().press('End');
                await workbench.keys().type(`typed${cycle}`);
                await page.evaluate(() => window.loss.restoreContext());
                await page.waitForFunction(
                    () => !document.getElementById('canvas').getContext('webgl2').isContextLost(),
                );
                await workbench.settle();
                assert.match((await workbench.state()).payload, new RegExp(`typed${cycle}`));
                assert.ok((await workbench.colours(0, 0, 600, 400)) > 30);
            }
            const complaints = workbench.problems.filter(
                (text) => !/context (lost|restored)/i.test(text),
            );
            workbench.problems.length = 0;
            assert.deepEqual(complaints, []);
        },
    );

    test('without WebGL 2 the page says what is missing', async () => {
        const page = await host().browser.newPage();
        await page.addInitScript(() => {
            HTMLCanvasElement.prototype.getContext = () => null;
        });
        await page.goto(host().address);
        await page.waitForSelector('#problem:not([hidden])').catch(() => {});
        assert.match(await page.textContent('#problem'), /WebGL 2|could not be loaded/);
        await page.close();
    });

    test('without JavaScript the page says so', async () => {
        const context = await host().browser.newContext({ javaScriptEnabled: false });
        const page = await context.newPage();
        await page.goto(host().address);
        assert.match(await page.textContent('noscript, .notice'), /JavaScript/);
        await context.close();
    });
});
