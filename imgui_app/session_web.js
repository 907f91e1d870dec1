// The session between visits: its text, and beside it the blocks of its recordings, each stored
// once under its SHA-256 and dropped when no kept session names it. One transaction writes all of
// it, so that a full disk leaves what was kept before.

const QUIET_MS = 1500;  // without a change, until it is kept
const SHARE = 30;       // keeping takes no more than one part of this many of the time
const UNITS = 20000;    // of hashing between two frames, some milliseconds

function answer(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}
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

export class SessionKeeper {
    constructor(module, platform) {
        Object.assign(this, { module, platform, version: 0, kept: 0, cost: 0, told: '' });
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
            this.store = await openStore();
            const session = await answer(
                this.store.transaction('sessions').objectStore('sessions').get('last'));
            if (!session) return;
            const blocks = this.store.transaction('blocks').objectStore('blocks');
            for (const bytes of await answer(blocks.getAll()))
                this.platform.withBytes(
                    bytes, (at) => this.module._app_keep_block(at, bytes.length));
            this.platform.withText(session.text, (at) => this.module._app_resume(at));
            this.resumes = true;
        } catch (error) {
            this.fails(error);  // every visit is the first
        }
    }

    // After each frame; `version` grows with the session.
    follow(version, working) {
        if (this.resumes && !working) {  // what is open now is what is kept
            this.resumes = false;
            this.kept = version;
        }
        if (version === this.version || !this.store) return;
        this.version = version;
        clearTimeout(this.timer);
        const quiet = Math.max(QUIET_MS, SHARE * this.cost);
        this.since ??= performance.now();
        // A clock that runs is always a change: then every so often is often enough.
        const left = this.since + 4 * quiet - performance.now();
        this.timer = setTimeout(() => this.keep(), Math.max(0, Math.min(quiet, left)));
    }

    // Now, if there is anything to keep. One at a time.
    keep() {
        if (!this.store || this.resumes || this.version === this.kept) return this.keeping;
        this.keeping = this.keepAfter(this.keeping).catch((error) => this.fails(error));
        return this.keeping;
    }
    async keepAfter(another) {
        await another;
        if (this.version === this.kept) return;
        try {
            await this.write();
        } finally {
            this.module._app_save_end();
        }
    }
    async write() {
        clearTimeout(this.timer);
        this.since = undefined;
        const version = this.version;
        const session = { text: await this.text(), at: Date.now() };
        const names = this.module.UTF8ToString(this.module._app_blocks());
        const needed = names.split('\n').filter(Boolean);
        const transaction = this.store.transaction(['sessions', 'blocks'], 'readwrite');
        const done = finished(transaction);
        const blocks = transaction.objectStore('blocks');
        transaction.objectStore('sessions').put(session, 'last');
        const there = blocks.getAllKeys();
        there.onsuccess = () => {
            for (const name of there.result)
                if (!needed.includes(name)) blocks.delete(name);
            for (const name of needed)
                if (!there.result.includes(name)) blocks.put(this.block(name), name);
        };
        await done;
        this.kept = version;
        this.told = '';
    }
    // The session as it is now, made in pieces; at once where the page is left.
    async text() {
        this.cost = 0;
        const piece = async (work) => {
            await this.pause();
            const began = performance.now(), result = work();
            this.cost += performance.now() - began;
            return result;
        };
        this.module._app_save_begin();
        while (!await piece(() => this.module._app_save_step(UNITS))) {}
        const at = await piece(() => this.module._app_saved());
        // By its size, for to look for the end of a long text is slow.
        const bytes = this.module.HEAPU8.slice(at, at + this.module._app_saved_size());
        const text = await piece(() => new TextDecoder().decode(bytes));
        await this.pause();
        return text;
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
        return this.platform.withText(name, (at) => {
            const place = this.module._app_block(at), size = this.module._app_block_size(at);
            return this.module.HEAPU8.slice(place, place + size);
        });
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
        this.platform.withText(text, (at) => this.module._app_notice(at));
        this.platform.poke();
    }
}
