/** Clients of a cluster that Penstock runs on: documents and forms go in, records of any topic come out. No command line here. */
package io.penstock.app.client;
