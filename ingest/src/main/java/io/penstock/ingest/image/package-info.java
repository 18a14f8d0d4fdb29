/** Image files as documents (TIFF, PNG, JPEG) and the encoding of pixels as PNG. Knows nothing of PDF. */
package io.penstock.ingest.image;
