/**
 * A service that speaks the console's contract with drawn tasks and keeps them in memory: for looking, measuring and testing.
 * node review/src/test/js/fake/server.mjs [--port 8099] [--tasks 200] [--login] [--seed 7] [--lease 60] [--delay 0]
 */
import {randomUUID} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, normalize} from 'node:path';
import {pathToFileURL} from 'node:url';
import {dashboard, documentOf, grid} from './screens.mjs';
import {random, Sheet} from './draw.mjs';
import {makeTasks, snippet} from './tasks.mjs';

const CONSOLE = new URL('../../../main/resources/io/penstock/review/console/', import.meta.url);
const TYPES = {'.html': 'text/html; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml'};
const HEADERS = {'Content-Security-Policy': "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'", 'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store'};

export class FakeService {
  constructor({tasks = 200, login = false, seed = 7, lease = 60, ahead = 4, delay = 0, roles = ['clerk', 'supervisor']} = {}) {
    this.made = new Map(makeTasks(tasks, seed).map((made, i) => [made.task.review, {...made, createdAt: Date.now() - 1000 * 60 * (tasks - i), lease: null, answer: null}]));
    Object.assign(this, {login, delay, roles, policy: {leaseSeconds: lease, ahead, blind: 'kinds', maskAccounts: false}});
    this.sessions = new Map();
    this.answers = [];
    this.answeredIds = new Map();
    this.duplicates = 0;
    this.faults = {down: false, loseReplies: 0};
    this.events = new Set();
    this.documents = new Map();
    this.sheets = new Map();
    this.replayed = [];
  }

  /** Draws all pictures now: drawing one takes longer than a service that only reads it. */
  drawAll() {
    for (const made of this.made.values()) {
      if (made.task.field === null) {
        made.pagePicture = made.page().png();
      } else {
        made.picture = snippet(made);
      }
    }
  }

  listen(port = 0) {
    this.server = createServer((request, response) => this.#serve(request, response).catch((e) => {
      console.error(e);
      response.destroy();
    }));
    return new Promise((resolve) => this.server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${this.server.address().port}/`)));
  }

  close() {
    this.events.forEach((response) => response.end());
    this.server.closeAllConnections();
    this.server.close();
  }

  async #serve(request, response) {
    const url = new URL(request.url, 'http://fake');
    const path = url.pathname.split('/').map(decodeURIComponent);
    if (this.faults.down) {
      request.socket.destroy();
      return;
    }
    if (path[1] === 'fake') {
      Object.assign(this.faults, JSON.parse(await read(request) || '{}'));
      json(response, 200, {answers: this.answers, duplicates: this.duplicates});
      return;
    }
    if (path[1] !== 'api' && path[1] !== 'documents') {
      await this.#file(url.pathname, response);
      return;
    }
    if (this.delay > 0) {
      await new Promise((resolve) => setTimeout(resolve, this.delay));
    }
    const session = this.#session(request, response);
    const out = {session, request, response, url};
    try {
      if (request.method === 'POST') {
        await this.#post(path.slice(1), out);
      } else {
        this.#get(path.slice(1), out);
      }
    } catch (e) {
      if (e instanceof Refused) {
        json(response, e.status, {code: e.code, message: e.message});
      } else {
        throw e;
      }
    }
  }

  #session(request, response) {
    const id = /penstock=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
    if (!this.sessions.has(id)) {
      const fresh = randomUUID();
      this.sessions.set(fresh, {id: fresh, csrf: randomUUID(), user: this.login ? null : `clerk-${this.sessions.size + 1}`});
      response.setHeader('Set-Cookie', `penstock=${fresh}; HttpOnly; SameSite=Strict; Path=/`);
      return this.sessions.get(fresh);
    }
    return this.sessions.get(id);
  }

  #described({user, csrf}) {
    return {user, roles: this.roles, csrf, login: this.login, policy: this.policy, version: '0.9.0'};
  }

  #get([area, name, id, more], {session, response, url}) {
    if (session.user === null) {
      throw new Refused(401, 'NOT_LOGGED_IN', 'log in');
    }
    if (area === 'documents') {
      json(response, 200, documentOf(this, name));
    } else if (name === 'session') {
      json(response, 200, this.#described(session));
    } else if (name === 'queue') {
      json(response, 200, this.queue(session));
    } else if (name === 'tasks') {
      this.#picture(id, more, response);
    } else if (name === 'forms') {
      json(response, 200, [['us-cheque', 'US personal cheque'], ['us-zip-card', 'US ZIP card'], ['tally', 'Tally sheet'], ['deposit-slip', 'Deposit slip'], ['id-strip', 'Strip of account digits'],
        ['acta', 'Acta de escrutinio']].map(([form, title]) => ({name: form, version: '1', title})));
    } else if (name === 'dashboard') {
      json(response, 200, dashboard(this));
    } else if (name === 'events') {
      this.#listen(response, session);
    } else if (name === 'grid') {
      this.#grid(id, url, response);
    } else {
      throw new Refused(404, 'NOT_FOUND', 'no such thing');
    }
  }

  #grid(cell, url, response) {
    if (cell !== undefined) {
      const next = random(Number(cell) + 11);
      const sheet = new Sheet(56, 56);
      sheet.digit(cell % 17 === 4 ? (Number(url.searchParams.get('digit')) + 2) % 10 : url.searchParams.get('digit'), 17, 8, 40, next, {pen: 4});
      png(response, sheet.png());
      return;
    }
    const sheet = grid(url.searchParams.get('digit'), Number(url.searchParams.get('want') ?? 60));
    this.sheets.set(sheet.sheet, sheet);
    json(response, 200, sheet);
  }

  #picture(review, what, response) {
    const made = this.made.get(review) ?? refuse(404, 'TASK_UNKNOWN', 'no such task');
    if (what === 'snippet.png') {
      png(response, made.picture ??= snippet(made));
    } else if (what === 'page') {
      json(response, 200, {width: made.page().width, height: made.page().height, box: made.task.box, fields: made.fields});
    } else {
      png(response, made.pagePicture ??= made.page().png());
    }
  }

  #listen(response, session) {
    response.writeHead(200, {...HEADERS, 'Content-Type': 'text/event-stream'});
    this.events.add(response);
    const send = () => {
      response.write(`event: queue\ndata: ${JSON.stringify(this.queue(session))}\n\n`);
      response.write(`event: dashboard\ndata: ${JSON.stringify(dashboard(this))}\n\n`);
    };
    send();
    const timer = setInterval(send, 2000);
    response.on('close', () => {
      clearInterval(timer);
      this.events.delete(response);
    });
  }

  queue({user}) {
    const open = [...this.made.values()].filter(({answer}) => answer === null);
    const count = (name) => open.reduce((counts, {task}) => ({...counts, [task[name] ?? 'none']: (counts[task[name] ?? 'none'] ?? 0) + 1}), {});
    return {open: open.length, mine: open.filter(({lease}) => lease?.user === user).length, byKind: count('kind'), byForm: count('form'),
      oldestSeconds: 8000, perHour: this.answers.filter((a) => a.user === user).length * 12};
  }

  async #post([area, name, id, action], {session, request, response, url}) {
    if (area === 'documents') {
      await read(request);
      const document = url.searchParams.get('name') ?? randomUUID();
      this.documents.set(document, Date.now());
      json(response, 202, {document, follow: `/documents/${encodeURIComponent(document)}`});
      return;
    }
    const body = JSON.parse(await read(request) || '{}');
    if (name === 'login') {
      this.#logIn(body, session, response);
      return;
    }
    if (session.user === null) {
      throw new Refused(401, 'NOT_LOGGED_IN', 'log in');
    }
    if (request.headers['x-csrf-token'] !== session.csrf) {
      throw new Refused(403, 'CSRF_TOKEN_WRONG', 'reload the page');
    }
    const reply = this.#do(name, id, action, body, session);
    if (this.faults.loseReplies > 0 && action === 'answer') {
      this.faults.loseReplies--;
      request.socket.destroy();
      return;
    }
    json(response, 200, reply);
  }

  #logIn({user, password}, session, response) {
    if (password !== 'penstock') {
      throw new Refused(401, 'LOGIN_REFUSED', 'name or password is wrong');
    }
    session.user = user;
    session.csrf = randomUUID();
    json(response, 200, this.#described(session));
  }

  #do(name, id, action, body, session) {
    switch (name) {
      case 'logout':
        session.user = null;
        return {};
      case 'leases': return id === undefined ? this.#take(body, session) : this.#lease(id, action, body, session);
      case 'tasks': return this.#reopen(id, session);
      case 'grid': return {confirmed: (this.sheets.get(id)?.cells.length ?? 0) - body.odd.length};
      case 'dead-letters':
        this.replayed.push(id);
        return {};
      default: throw new Refused(404, 'NOT_FOUND', 'no such thing');
    }
  }

  #take({want, review, desk, ...filter}, {user}) {
    const now = Date.now();
    const fits = ({task, answer}) => answer === null && (review === undefined || task.review === review)
      && Object.entries(filter).every(([key, value]) => task[key] === value);
    const free = ({lease, later}) => (lease === null || lease.until < now) && !(later > now);
    const all = [...this.made.values()].filter(fits);
    const mine = all.filter(({lease}) => lease?.user === user && lease.desk === desk && lease.until >= now);
    const more = all.filter(free).slice(0, Math.max(0, want - mine.length));
    more.forEach((made) => {
      made.lease = {id: randomUUID(), user, desk, until: now + 1000 * this.policy.leaseSeconds};
    });
    return {tasks: [...mine, ...more].slice(0, want).map((made) => this.#task(made))};
  }

  #task({task, lease, createdAt}) {
    return {...task, lease: lease.id, expiresAt: new Date(lease.until).toISOString(), createdAt: new Date(createdAt).toISOString(),
      snippet: `/api/tasks/${encodeURIComponent(task.review)}/snippet.png`};
  }

  #lease(id, action, body, session) {
    if (action === 'answer' && this.answeredIds.has(body.id)) {
      this.duplicates++;
      return {answer: body.id};
    }
    const made = [...this.made.values()].find(({lease}) => lease?.id === id) ?? refuse(409, 'LEASE_UNKNOWN', 'the task is with somebody else');
    if (made.answer !== null) {
      refuse(409, 'TASK_CLOSED', 'it was answered');
    }
    if (made.lease.until < Date.now() || made.lease.user !== session.user) {
      refuse(409, 'LEASE_EXPIRED', 'take the task again');
    }
    if (action === 'extend') {
      made.lease.until = Date.now() + 1000 * this.policy.leaseSeconds;
      return {expiresAt: new Date(made.lease.until).toISOString()};
    }
    if (action === 'answer') {
      made.answer = {...body, user: session.user};
      this.answeredIds.set(body.id, made);
      this.answers.push({review: made.task.review, truth: made.truth, ...body, user: session.user});
      return {answer: body.id};
    }
    made.lease = null;
    made.later = action === 'postpone' ? Date.now() + 30_000 : 0;
    return {};
  }

  #reopen(review, {user}) {
    const made = this.made.get(review) ?? refuse(404, 'TASK_UNKNOWN', 'no such task');
    if (made.answer?.user !== user) {
      refuse(409, 'UNDO_TOO_LATE', 'it is not yours');
    }
    const answered = {outcome: made.answer.outcome, text: made.answer.text};
    made.answer = null;
    made.lease = {id: randomUUID(), user, until: Date.now() + 1000 * this.policy.leaseSeconds};
    return {...this.#task(made), answered};
  }

  async #file(path, response) {
    const name = path === '/' ? 'index.html' : normalize(path).replace(/^\/console\//, '');
    try {
      const bytes = await readFile(new URL(name, CONSOLE));
      response.writeHead(200, {...HEADERS, 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream'});
      response.end(bytes);
    } catch {
      json(response, 404, {code: 'NOT_FOUND', message: 'no such file'});
    }
  }
}

class Refused extends Error {
  constructor(status, code, message) {
    super(message);
    Object.assign(this, {status, code});
  }
}

function refuse(status, code, message) {
  throw new Refused(status, code, message);
}

function json(response, status, body) {
  response.writeHead(status, {...HEADERS, 'Content-Type': 'application/json'});
  response.end(JSON.stringify(body));
}

function png(response, bytes) {
  response.writeHead(200, {...HEADERS, 'Content-Type': 'image/png'});
  response.end(bytes);
}

async function read(request) {
  const parts = [];
  for await (const part of request) {
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const option = (name, fallback) => (process.argv.includes(`--${name}`) ? Number(process.argv[process.argv.indexOf(`--${name}`) + 1]) : fallback);
  const service = new FakeService({tasks: option('tasks', 200), seed: option('seed', 7), lease: option('lease', 60), delay: option('delay', 0),
    login: process.argv.includes('--login')});
  console.log(await service.listen(option('port', 8099)));
}
