/** What the {@code models} commands print of a model store: the listing of all, the sheet of one. Checks and exports are classify's. */
package io.penstock.app.models;
