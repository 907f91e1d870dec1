// What the payload editor does beyond a text field, in Chromium: completion, find and replace,
// lines, the form, and the calls one can return to. What it shows is tests/ui's affair; here keys,
// focus and undo go through the browser.
import assert from 'node:assert/strict';
import {describe} from 'node:test';

import {
    chooseOperation, intoEditor, longestTask, pages, paste, replaceAll, sessionOf, watchTasks
} from './browser.mjs';

const { onPage } = pages();

describe('payload editor', () => {
    onPage('completes members, by Enter and by the mouse', {}, async (workbench, page) => {
        await replaceAll(workbench, '{}');
        await workbench.keys().press('ArrowLeft');
        await workbench.keys().type('"role');
        await workbench.settle();
        assert.equal((await workbench.state()).completing, true);
        await workbench.keys().press('Enter');
        await workbench.settle();
        assert.match((await workbench.state()).payload, /^\{"roleArn": ""\}?$/);
        assert.equal(
            await page.inputValue('#payload'), (await workbench.state()).payload);
        assert.equal((await workbench.state()).editorFocused, true);
        await workbench.keys().press('Control+z');
        await workbench.settle();
        assert.equal((await workbench.state()).payload, '{"role}');

        await replaceAll(workbench, '{}');
        await workbench.keys().press('ArrowLeft');
        await workbench.keys().press('Control+Space');
        await workbench.settle();
        await workbench.press('actionName', 'Request/Completion');
        assert.equal((await workbench.state()).payload, '{"actionName": ""}');
        assert.equal((await workbench.state()).editorFocused, true);
        await workbench.keys().type('x');
        await workbench.settle();
        assert.equal((await workbench.state()).payload, '{"actionName": "x"}');
    });

    onPage('finds, replaces and goes to a line', {}, async (workbench, page) => {
        await replaceAll(workbench, 'one\ntwo\nONE\ntwo');
        await workbench.keys().press('Control+f');
        await workbench.settle();
        await workbench.keys().type('one');
        await workbench.settle();
        let state = await workbench.state();
        assert.equal(state.matches, 2);
        assert.equal(state.selectionBegin, 0);
        await workbench.keys().press('Enter');
        await workbench.settle();
        assert.equal((await workbench.state()).selectionBegin, 8);
        await workbench.keys().press('Escape');
        await workbench.settle();
        assert.equal((await workbench.state()).editorFocused, true);
        await workbench.keys().press('Control+h');
        await workbench.settle();
        await workbench.press('Replace with');
        await workbench.keys().type('1');
        await workbench.settle();
        await workbench.press('All', 'Request/Find bar');
        assert.equal((await workbench.state()).payload, '1\ntwo\n1\ntwo');
        assert.equal(await page.inputValue('#payload'), '1\ntwo\n1\ntwo');
        await intoEditor(workbench);
        await workbench.keys().press('Control+z');
        await workbench.settle();
        assert.equal((await workbench.state()).payload, 'one\ntwo\nONE\ntwo');
        await workbench.keys().press('Control+g');
        await workbench.settle();
        await workbench.keys().type('3');
        await workbench.keys().press('Enter');
        await workbench.settle();
        assert.equal((await workbench.state()).selectionBegin, 8);
        await workbench.keys().press('Alt+ArrowUp');
        await workbench.settle();
        state = await workbench.state();
        assert.equal(state.payload, 'one\nONE\ntwo\ntwo');
        assert.equal(state.selectionBegin, 4);
    });

    onPage('the form edits the same text, and undo takes it back', {}, async (workbench, page) => {
        const text = '{ "actionName" : "a" }';
        await replaceAll(workbench, text);
        await workbench.press('Form', 'Request/Payload as');
        await workbench.press('actionName', 'Request/Form');
        await workbench.keys().press('Control+a');
        await workbench.keys().type('b');
        await workbench.keys().press('Enter');
        await workbench.settle();
        assert.equal((await workbench.state()).payload, '{ "actionName" : "b" }');
        assert.equal(await page.inputValue('#payload'), '{ "actionName" : "b" }');
        await workbench.keys().press('Escape');
        await workbench.keys().press('Control+z');
        await workbench.settle();
        assert.equal((await workbench.state()).payload, text);
        await workbench.press('JSON', 'Request/Payload as');
        assert.equal(await page.inputValue('#payload'), text);
    });

    onPage('calls are kept, and one of them comes back', {}, async (workbench) => {
        await workbench.press('Dry run');
        assert.match(await workbench.texts(), /Nothing was kept/);
        await workbench.press('Run it');
        assert.equal((await workbench.state()).calls, 2);
        await workbench.press('History', 'Response/Faces');
        await workbench.press('Call 1', 'Response/History');
        assert.equal((await workbench.state()).dryRun, true);
        await workbench.press('Tree', 'Response/Body as');
        await workbench.widget('actionArn', 'Response/Tree');
    });

    // A textarea lays out all of its text at every key: 60 ms for 1 MB.
    onPage('takes a text of 1 MB into its own hands', {}, async (workbench, page) => {
        await chooseOperation(workbench, 'LoadSession');
        await intoEditor(workbench);
        await workbench.keys().press('Control+a');
        const text = sessionOf(6000);
        assert.ok(text.length > 1_000_000);
        await paste(page, text);
        await workbench.settle();
        const payload = async () => (await workbench.state()).payload;
        assert.equal(await payload(), text);
        assert.equal(await page.inputValue('#payload'), '');
        assert.equal((await workbench.state()).editorFocused, true);
        await watchTasks(page);
        await workbench.keys().press('Control+Home');
        await workbench.keys().type(' [ä字]');
        await workbench.settle();
        assert.equal(await payload(), ' [ä字]' + text);
        await workbench.keys().press('Enter');
        await workbench.keys().press('Backspace');
        await workbench.settle();
        // 50 ms is the rule; the machine of a test may be busy with others.
        assert.ok(await longestTask(page) < 250);
        await workbench.keys().press('Control+Shift+Home');
        await workbench.keys().press('Delete');
        await workbench.settle();
        assert.ok((await payload()).startsWith('{"session'));
        await workbench.keys().press('Control+Enter');
        await workbench.until('things', 6000);
        await intoEditor(workbench);
        for (let i = 0; i < 3; i++) await workbench.keys().press('Control+z');
        await workbench.settle();
        assert.ok((await payload()).startsWith(' [ä字]'));
        for (let i = 0; i < 20; i++) await workbench.keys().press('Control+z');
        await workbench.settle();
        assert.match(await payload(), /^\{\s*"session": \{\}\s*\}\s*$/);  // what was there before

        await chooseOperation(workbench, 'DescribeThing');
        assert.equal(await page.inputValue('#payload'), await payload());
    });
});
