// The session between visits: its text, an image of its World that saves the replay, its branches,
// and what is being written; and the blocks of recordings, each stored once under its SHA-256 and
// dropped when no kept session names it. One transaction writes all of a session, so that a full
// disk leaves what was kept before. visits_web.js says which session is this tab's.
import {answer, Visits} from './visits_web.js';

const QUIET_MS = 1500;  // without a change, until it is kept
const DRAFT_MS = 500;   // the same of what is being written
const SHARE = 30;       // keeping takes no more than one part of this many of the time
const UNITS = 20000;    // of hashing between two frames, some milliseconds

function finished(transaction) {
    return new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
    });
}

async function openStore() {
    const request = indexedDB.open('picket', 1);
    request.onupgradeneeded = () => {
        request.result.createObjectStore('sessions');
        request.result.createObjectStore('blocks');
    };
    return answer(request);
}
const moment = (at) => new Date(at).toLocaleString(
    undefined,
    { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });

export class SessionKeeper {
    constructor(module, platform) {
        Object.assign(this, { module, platform, version: 0, kept: 0, cost: 0, told: '' });
        Object.assign(this, { drafts: 0, keptDrafts: 0, framed: false, saying: '' });
        const leave = (leaving) => {
            this.leaving = leaving;
            if (!leaving) return;
            this.goOn?.();  // timers may not come any more
            this.keep();
        };
        document.addEventListener('visibilitychange', () => leave(document.hidden));
        addEventListener('pagehide', () => leave(true));
        addEventListener('pageshow', () => leave(document.hidden));
    }

    // Takes up what is kept. Before any frame, so that nobody's work is replaced.
    async start() {
        try {
            const store = await openStore();
            this.visits = new Visits(store, () => this.listSoon());
            const passed = await this.visits.take();
            this.store = store;
            const session = await this.read(this.visits.id);
            if (session) {
                await this.takeBlocks(this.visits.id);
                this.resume(session);
            }
            const drafts = await this.read(`drafts:${this.visits.id}`);
            if (drafts) this.text(drafts, (at) => this.module._app_resume_drafts(at));
            if (passed) {
                const goesOn = session ? `goes on with that of ${moment(session.at)}` :
                                         'is new, and kept beside it';
                this.saying = `Your last session is open in another tab; this one ${goesOn}.`;
            }
            await this.list();
        } catch (error) {
            this.fails(error);  // every visit is the first
        }
    }
    read(key) {
        return answer(this.store.transaction('sessions').objectStore('sessions').get(key));
    }
    resume({ text, image, branches }) {
        this.withSession(text, image, (...session) => this.module._app_resume(...session));
        if (branches) this.text(branches, (at) => this.module._app_resume_branches(at));
        this.resumes = true;
    }

    // After each frame; the numbers grow with the session and with what is being written.
    follow({ session: version, drafts, visit }, working) {
        if (this.resumes && !working) {  // what is open now is what is kept
            this.resumes = false;
            this.kept = version;
        }
        if (this.saying) this.notice(this.saying);
        Object.assign(this, { framed: true, saying: '' });
        if (!this.store) return;
        if (visit) this.openVisit(this.module.UTF8ToString(this.module._app_visit_wish()));
        if (drafts !== this.drafts) this.followDrafts(drafts);
        if (version === this.version) return;
        this.version = version;
        clearTimeout(this.timer);
        const quiet = Math.max(QUIET_MS, SHARE * this.cost);
        this.since ??= performance.now();
        // A clock that runs is always a change: then every so often is often enough.
        const left = this.since + 4 * quiet - performance.now();
        this.timer = setTimeout(() => this.keep(), Math.max(0, Math.min(quiet, left)));
    }
    followDrafts(drafts) {
        if (!this.drafts) this.keptDrafts = drafts;  // what every visit begins with
        this.drafts = drafts;
        clearTimeout(this.draftTimer);
        this.draftTimer = setTimeout(() => this.writing(() => this.writeDrafts()), DRAFT_MS);
    }

    allKept() {
        return this.kept === this.version && this.keptDrafts === this.drafts;
    }

    // Now, if there is anything to keep.
    keep() {
        if (!this.store || this.resumes) return this.keeping;
        if (this.drafts !== this.keptDrafts) this.writing(() => this.writeDrafts());
        if (this.version !== this.kept) this.writing(() => this.write());
        return this.keeping;
    }
    // One at a time.
    writing(task) {
        this.keeping = Promise.resolve(this.keeping).then(task).catch((error) => this.fails(error));
    }
    async writeDrafts() {
        const drafts = this.drafts, text = this.module.UTF8ToString(this.module._app_save_drafts());
        const transaction = this.store.transaction('sessions', 'readwrite');
        const done = finished(transaction);
        transaction.objectStore('sessions').put(text, `drafts:${this.visits.id}`);
        await done;
        this.keptDrafts = drafts;
    }
    async write() {
        clearTimeout(this.timer);
        this.since = undefined;
        if (this.version === this.kept) return;
        const version = this.version;
        try {
            const { session, what, needed } = await this.made();
            // Where there is no room for the image, the text alone may find some.
            await this.put(session, what, needed).catch((error) => {
                if (error?.name !== 'QuotaExceededError') throw error;
                return this.put({...session, image: undefined }, what, needed);
            });
        } finally {
            this.module._app_save_end();
        }
        this.kept = version;
        this.told = '';
        this.visits.tell({ keeps: this.visits.id });
        await this.list();
    }
    // What is kept of this moment, made in pieces; at once where the page is left.
    async made() {
        this.cost = 0;
        const piece = async (work) => {
            await this.pause();
            const began = performance.now(), result = work();
            this.cost += performance.now() - began;
            return result;
        };
        const read = (at) => this.module.UTF8ToString(at);
        this.module._app_save_begin();
        const what = read(this.module._app_visit_words());
        while (!await piece(() => this.module._app_save_step(UNITS))) {
        }
        const at = await piece(() => this.module._app_saved());
        // By its size, for to look for the end of a long text is slow.
        const bytes = this.module.HEAPU8.slice(at, at + this.module._app_saved_size());
        const session = {
            text: await piece(() => new TextDecoder().decode(bytes)),
            branches: await piece(() => read(this.module._app_save_branches())),
            image: await piece(() => this.image()),
            at: Date.now(),
        };
        const needed = [...new Set(read(this.module._app_blocks()).split('\n').filter(Boolean))];
        await this.pause();
        return { session, what, needed };
    }
    async put(session, what, needed) {
        const id = this.visits.id, open = await this.visits.open();
        const transaction = this.store.transaction(['sessions', 'blocks'], 'readwrite');
        const done = finished(transaction);
        done.catch(() => {});  // told below
        try {
            const sessions = transaction.objectStore('sessions'),
                  blocks = transaction.objectStore('blocks');
            sessions.put(session, id);
            sessions.put({ id, at: session.at, what, blocks: needed }, `meta:${id}`);
            const there = await this.visits.tidy(transaction, open);
            for (const name of needed)
                if (!there.has(name)) blocks.put(this.block(name), name);
        } catch (error) {
            // All of it or nothing. One that a full disk has ended has its own reason.
            if (!transaction.error) transaction.abort();
            await done.catch(() => {});
            throw transaction.error ?? error;
        }
        await done;
    }
    image() {
        const place = this.module._app_image(), size = this.module._app_image_size();
        return this.module.HEAPU8.slice(place, place + size);
    }
    // Lets frames be drawn and keys be taken.
    pause() {
        if (this.leaving) return;
        return new Promise((resolve) => {
            this.goOn = resolve;
            setTimeout(resolve);
        });
    }
    block(name) {
        return this.text(name, (at) => {
            const place = this.module._app_block(at), size = this.module._app_block_size(at);
            return this.module.HEAPU8.slice(place, place + size);
        });
    }

    // ---- sessions of other visits ----

    listSoon() {
        clearTimeout(this.listTimer);
        this.listTimer = setTimeout(() => this.list().catch(() => {}), 200);
    }
    async list() {
        const open = await this.visits.open();
        const others = (await this.visits.list()).filter(({ id }) => id !== this.visits.id);
        const lines = others.map(
            ({ id, at, what }) => [id, moment(at), what, open.has(id) ? 1 : 0].join('\t'));
        this.text(lines.join('\n'), (at) => this.module._app_list_visits(at));
        if (this.framed) this.platform.poke();
    }
    async openVisit(id) {
        const session = await this.read(id);
        if (!session) return this.notice('That session is no longer kept.');
        await this.takeBlocks(id);
        const name = `The session of ${moment(session.at)}`;
        this.text(name, (title) => {
            this.withSession(
                session.text, session.image,
                (...parts) => this.module._app_open_visit(title, ...parts));
            if (session.branches)
                this.text(session.branches, (at) => this.module._app_add_branches(title, at));
        });
        this.platform.poke();
    }
    async takeBlocks(id) {
        const meta = await this.read(`meta:${id}`);
        const blocks = this.store.transaction('blocks').objectStore('blocks');
        const all = meta ? await Promise.all(meta.blocks.map((name) => answer(blocks.get(name)))) :
                           await answer(blocks.getAll());
        for (const bytes of all.filter(Boolean))
            this.platform.withBytes(bytes, (at) => this.module._app_keep_block(at, bytes.length));
    }

    text(text, call) {
        return this.platform.withText(text, call);
    }
    withSession(text, image, call) {
        const bytes = image ?? new Uint8Array();
        this.text(
            text,
            (at) => this.platform.withBytes(bytes, (imageAt) => call(at, imageAt, bytes.length)));
    }
    notice(text) {
        this.text(text, (at) => this.module._app_notice(at));
        this.platform.poke();
    }

    // Said once for each reason; the session itself goes on.
    fails(error) {
        const full = error?.name === 'QuotaExceededError';
        const text = full ? 'The browser has no more room: this session is not kept for the next ' +
                'visit. SaveSession gives it as a file. Nothing is lost while the page is open.' :
                            'The browser keeps no data for this page: a reload starts anew. ' +
                'SaveSession gives the session as a file.';
        if (this.told === text) return;
        this.told = text;
        if (!full && !this.store) return;  // forbidden: every visit is the first
        this.notice(text);
    }
}
