customElements.define('pk-grid', class extends HTMLElement { });
