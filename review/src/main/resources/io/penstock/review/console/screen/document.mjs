customElements.define('pk-document', class extends HTMLElement { });
