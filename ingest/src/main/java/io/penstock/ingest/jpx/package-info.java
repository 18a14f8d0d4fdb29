/** JPEG 2000 images as PDFs hold them: their headers, and the decoder that PDFBox finds. Knows neither PDFs nor limits. */
package io.penstock.ingest.jpx;
