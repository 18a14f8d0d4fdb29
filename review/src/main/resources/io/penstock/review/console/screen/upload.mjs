customElements.define('pk-upload', class extends HTMLElement { });
