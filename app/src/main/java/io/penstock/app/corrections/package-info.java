/** What people answered, as labelled pictures and as a listing. Reads topics; writes files; knows no command. */
package io.penstock.app.corrections;
