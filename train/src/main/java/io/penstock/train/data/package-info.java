/** Readers of public digit sets, their checksums, and the division by writers. No network is known here. */
package io.penstock.train.data;
