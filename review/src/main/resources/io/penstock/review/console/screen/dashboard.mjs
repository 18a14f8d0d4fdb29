customElements.define('pk-dashboard', class extends HTMLElement { });
