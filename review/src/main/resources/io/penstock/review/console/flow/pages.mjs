/** This page among the others of the same browser: what it is called, what it may store, and which others are open. */
import {uuid} from './id.mjs';

const DESK = 'penstock.desk';
const PREFIX = 'penstock.page.';

/** Returns the browser's store, or null where there is none for this page. */
export function openStorage() {
  try {
    localStorage.getItem('penstock');
    return localStorage;
  } catch {
    return null;
  }
}

/** Returns the name of this desk: the same after a reload, so that its tasks lie here again, and another one for another page. */
export async function deskId(storage) {
  const kept = storage === null ? null : sessionStorage.getItem(DESK);
  const id = kept !== null && (await hold(`${DESK}.${kept}`)) ? kept : uuid();
  if (id !== kept) {
    hold(`${DESK}.${id}`);
    if (storage !== null) {
      sessionStorage.setItem(DESK, id);
    }
  }
  return id;
}

/** Returns an id by which other pages know that this one is open. */
export function openPageId() {
  const id = uuid();
  hold(PREFIX + id);
  return id;
}

/** Returns the ids of the pages of this origin that are open; where the browser does not tell, none. */
export async function alivePages() {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.map(({name}) => name.replace(PREFIX, '')));
}

/** Holds a name as long as this page is open; returns whether no other page holds it, as one that was duplicated does. */
function hold(name) {
  return new Promise((resolve) => {
    if (!navigator.locks) {
      resolve(true);
      return;
    }
    navigator.locks.request(name, {ifAvailable: true}, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => {});
    });
  });
}
