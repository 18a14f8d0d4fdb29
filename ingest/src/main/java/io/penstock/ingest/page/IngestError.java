package io.penstock.ingest.page;

/**
 * Why a document was refused: permanent codes, the same on the wire, in logs and in documentation.
 *
 * <p>Each constant says what the operator can do; a document is replayed with {@code penstock dead-letters replay} afterwards.
 */
public enum IngestError {

    /** The document has no bytes. Submit it again; look at the producer that sent nothing. */
    EMPTY("submit the file again"),
    /** The document has more bytes than allowed. Split it, or raise {@code ingest.limit.bytes}. */
    TOO_LARGE("split the document or raise ingest.limit.bytes"),
    /** The bytes are neither PDF, TIFF, PNG nor JPEG. Convert the document to one of these. */
    UNKNOWN_TYPE("convert the document to PDF, TIFF, PNG or JPEG"),
    /** The PDF needs a password or a certificate. Save it without protection. */
    PDF_ENCRYPTED("save the PDF without a password"),
    /** The PDF, or one of its pages, is damaged. Print it to a new PDF or scan it again. */
    PDF_CORRUPT("print the document to a new PDF or scan it again"),
    /** The PDF has no pages. Look at what produced it. */
    PDF_NO_PAGES("look at the software that made the PDF"),
    /** A file in a PDF portfolio is no scan, or damaged, or a portfolio itself. Take the files out and submit each by itself. */
    ATTACHMENT_UNREADABLE("take the files out of the portfolio and submit the scans among them by themselves"),
    /** An image in the PDF is coded in a way for which no decoder is installed. Print it to a new PDF. */
    PDF_IMAGE_UNSUPPORTED("print the document to a new PDF"),
    /** The TIFF, or one of its pages, is damaged or coded in an unknown way. Scan again or convert it to PDF. */
    TIFF_CORRUPT("scan the document again or convert it to PDF"),
    /** The PNG is damaged or cut short. Send it again. */
    PNG_CORRUPT("send the file again or export it anew"),
    /** The JPEG is damaged or cut short. Send it again. */
    JPEG_CORRUPT("send the file again or export it anew"),
    /** The JPEG uses a rare coding (lossless, arithmetic, 12 bit). Save it as an ordinary JPEG or PNG. */
    JPEG_UNSUPPORTED("save the image as an ordinary 8-bit JPEG or PNG"),
    /** The JPEG is coded in so many passes over the picture that it was made to take long. Save it as an ordinary JPEG. */
    JPEG_TOO_MANY_SCANS("save the image as an ordinary JPEG or PNG"),
    /** The producer's header {@code kind} is no kind of field. Correct it. */
    KIND_UNKNOWN("correct the header kind or leave it out"),
    /** The document has more pages than allowed. Split it, or raise {@code ingest.limit.pages}. */
    TOO_MANY_PAGES("split the document or raise ingest.limit.pages"),
    /**
     * A page, or all pages together, have more pixels than allowed. Scan at a lower resolution, or raise
     * {@code ingest.limit.page.pixels} or {@code ingest.limit.document.pixels}.
     */
    TOO_MANY_PIXELS("scan at a lower resolution, or raise ingest.limit.page.pixels or ingest.limit.document.pixels"),
    /** An encoded page would not fit into one message. Scan at a lower resolution, or raise {@code ingest.limit.page.bytes}. */
    PAGE_TOO_LARGE("scan at a lower resolution, or raise ingest.limit.page.bytes together with the topics' message size"),
    /** The pages together take more memory than allowed. Split the document, or raise {@code ingest.limit.document.bytes}. */
    PAGES_TOO_LARGE("split the document or raise ingest.limit.document.bytes"),
    /**
     * Extraction took longer than allowed. Print the document to a new PDF, split it, or raise {@code ingest.limit.seconds} or
     * {@code isolation.page.seconds}.
     */
    TIMEOUT("print the document to a new PDF, split it, or raise ingest.limit.seconds or isolation.page.seconds"),
    /** Memory ran out. Split the document, scan at a lower resolution, or raise {@code isolation.memory.mb}. */
    OUT_OF_MEMORY("split the document, scan at a lower resolution, or raise isolation.memory.mb"),
    /** The process that read the document died of it. Print it to a new PDF, and report it with the document. */
    CRASHED("print the document to a new PDF, and report this with the document"),
    /** The document's objects are nested without end. Print it to a new PDF. */
    NESTED_TOO_DEEPLY("print the document to a new PDF"),
    /** Penstock or its installation is at fault, not the document. Report it with the log, and replay the document once mended. */
    INTERNAL("report this with the log; replay the document once it is mended");

    private final String advice;

    IngestError(String advice) {
        this.advice = advice;
    }

    /** Returns what to do about it: one clause in plain English. */
    public String advice() {
        return advice;
    }
}
