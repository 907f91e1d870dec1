// Which session is whose. Each tab keeps its session under an id of its own, and holds a lock of
// that name while it lives, so that no tab writes over another's. A tab that begins goes on with
// what it had before a reload, else with the newest session that no other tab has open.

const NAME = 'picket.visit';
const KEPT_MAX = 12;     // sessions; older ones go, unless a tab has them open
const RELOAD_MS = 1000;  // until the page before a reload has let go
const ANSWER_MS = 150;   // where there are no locks: until other tabs have said what they have
const META = IDBKeyRange.bound('meta:', 'meta:\uffff');

export function answer(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

export class Visits {
    // `changed`: another tab has begun, ended or kept something.
    constructor(store, changed) {
        this.store = store;
        this.others = new Set();  // where there are no locks
        this.channel = new BroadcastChannel(NAME);
        this.channel.onmessage = ({ data }) => {
            if (data.asks && this.id) this.tell({ has: this.id });
            if (data.has) this.others.add(data.has);
            if (data.leaves) this.others.delete(data.leaves);
            if (!data.asks) changed();
        };
        addEventListener('pagehide', () => {
            // Kept for a reload only now: a duplicated tab takes along what is in here.
            sessionStorage.setItem(NAME, this.id);
            this.tell({ leaves: this.id });
        });
    }
    tell(message) {
        this.channel.postMessage(message);
    }

    // Takes a session; `passed` are the newer ones that other tabs have.
    async take() {
        if (!navigator.locks) await this.ask();
        const mine = sessionStorage.getItem(NAME);
        sessionStorage.removeItem(NAME);
        let passed = 0;
        const found =
            mine && await this.hold(mine, RELOAD_MS) ? mine : await this.newest(() => ++passed);
        this.id = found ?? crypto.getRandomValues(new Uint32Array(2)).join('-');
        if (!found) await this.hold(this.id, 0);
        this.tell({ has: this.id });
        return passed;
    }
    async newest(passes) {
        for (const { id } of await this.list()) {
            if (await this.hold(id, 0)) return id;
            passes();
        }
        return null;
    }
    async ask() {
        this.tell({ asks: true });
        await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
    }
    // The lock is held until the page goes. Waits so long for another to let go of it.
    hold(id, patience) {
        if (!navigator.locks) return !this.others.has(id);
        const options =
            patience ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
        return new Promise((resolve) => {
            navigator.locks
                .request(
                    `${NAME}.${id}`, options,
                    (lock) => {
                        resolve(lock !== null);
                        return lock && new Promise(() => {});
                    })
                .catch(() => resolve(false));
        });
    }
    async open() {
        if (!navigator.locks) return this.others;
        const { held } = await navigator.locks.query();
        return new Set(held.map((lock) => lock.name.slice(NAME.length + 1)));
    }

    // What is kept, the newest first: {id, at, what, blocks}. `blocks` is absent of a session that
    // an older build kept.
    async list(sessions = this.store.transaction('sessions').objectStore('sessions')) {
        const [metas, last] =
            await Promise.all([answer(sessions.getAll(META)), answer(sessions.get('last'))]);
        if (last && !metas.some(({ id }) => id === 'last'))
            metas.push({ id: 'last', at: last.at, what: '' });
        return metas.sort((one, other) => other.at - one.at);
    }
    // Within a transaction that writes: old sessions go, and blocks that none of the others names.
    async tidy(transaction, open) {
        const sessions = transaction.objectStore('sessions'),
              blocks = transaction.objectStore('blocks');
        const all = await this.list(sessions);
        const goes = ({ id }, place) => place >= KEPT_MAX && id !== this.id && !open.has(id);
        for (const { id } of all.filter(goes))
            for (const key of [id, `meta:${id}`, `drafts:${id}`]) sessions.delete(key);
        const stay = all.filter((one, place) => !goes(one, place));
        const names = await answer(blocks.getAllKeys());
        if (stay.every((one) => one.blocks)) {
            const needed = new Set(stay.flatMap((one) => one.blocks));
            for (const name of names)
                if (!needed.has(name)) blocks.delete(name);
        }
        return new Set(names);
    }
}
