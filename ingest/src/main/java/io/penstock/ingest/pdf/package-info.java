/** PDF documents: pages that are one scanned image hand over that image, all others are rendered grey. */
package io.penstock.ingest.pdf;
