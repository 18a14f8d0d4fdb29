/** The one way to the server: JSON, the token against forged requests, a time limit, and errors with a code. */

const LIMIT_MS = 15_000;

/** A request that was not carried out, or of which nobody knows whether it was. */
export class ApiError extends Error {
  /** Takes the HTTP status (0: no answer), the permanent code, and what to do. */
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** Returns whether the same request may go through later: nobody answered, or the server is busy, starting or failing. */
  get mayPass() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** Requests to the service; fires `logged-out` where the session has ended. */
export class Api extends EventTarget {
  #fetch;
  #csrf = '';

  constructor(fetcher = (...args) => fetch(...args)) {
    super();
    this.#fetch = fetcher;
  }

  /** Returns the session, and remembers its token. */
  async session() {
    return this.#remember(await this.get('/api/session'));
  }

  async login(user, password) {
    return this.#remember(await this.#call('/api/login', this.#json({user, password})));
  }

  async logout() {
    return this.post('/api/logout', {});
  }

  get(path) {
    return this.#call(path, {headers: {Accept: 'application/json'}});
  }

  /** Sends JSON; where the token is no longer the session's, fetches it and sends once more. */
  async post(path, body, keepalive = false) {
    try {
      return await this.#call(path, {...this.#json(body), keepalive});
    } catch (e) {
      if (e.status === 403 && e.code?.startsWith('CSRF')) {
        await this.session();
        return this.#call(path, this.#json(body));
      }
      throw e;
    }
  }

  /** Returns a picture, decoded: what is drawn later costs nothing more. */
  async picture(path) {
    const response = await this.#request(path, {});
    return createImageBitmap(await response.blob());
  }

  /** Sends a file as it is, and tells how much of it has gone (0 to 1). Of all browsers' requests only the old one can tell. */
  upload(path, file, onProgress) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', path);
      request.setRequestHeader('X-CSRF-Token', this.#csrf);
      request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
      request.upload.onprogress = (e) => onProgress(e.lengthComputable ? e.loaded / e.total : 0);
      request.onerror = () => reject(new ApiError(0, 'network', ''));
      request.onload = () => {
        const body = parsed(request.responseText);
        if (request.status >= 200 && request.status < 300) {
          resolve(body);
        } else {
          reject(this.#failure(request.status, body));
        }
      };
      request.send(file);
    });
  }

  #remember(session) {
    this.#csrf = session.csrf ?? '';
    return session;
  }

  #json(body) {
    return {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': this.#csrf}
    };
  }

  async #call(path, options) {
    const response = await this.#request(path, options);
    const text = await this.#body(response);
    return text === '' ? {} : parsed(text);
  }

  async #body(response) {
    try {
      return await response.text();
    } catch {
      throw new ApiError(0, 'network', '');
    }
  }

  async #request(path, options) {
    let response;
    try {
      response = await this.#fetch(path, {credentials: 'same-origin', signal: AbortSignal.timeout(LIMIT_MS), ...options});
    } catch {
      throw new ApiError(0, 'network', '');
    }
    if (!response.ok) {
      throw this.#failure(response.status, parsed(await this.#body(response)));
    }
    return response;
  }

  #failure(status, body) {
    const error = new ApiError(status, body?.code ?? '', body?.message ?? '');
    if (status === 401 && error.code !== 'LOGIN_REFUSED') {
      this.dispatchEvent(new Event('logged-out'));
    }
    return error;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
