/**
 * One run of the whole pipeline over a list of scans: an embedded broker, all stages, and the knowledge of when each document has
 * its outcome. Nothing here parses command lines or formats results.
 */
package io.penstock.app.read;
