package io.penstock.sink.assemble;

/** The permanent codes of why a document ended otherwise than complete, where no page and no dead letter says it. */
enum EndReason {

    /** Pages never arrived in the time for which documents are remembered. */
    PAGES_MISSING,
    /** Reviews were never answered in that time. */
    REVIEWS_OPEN,
    /** The numbers together are larger than a record may be: they are on the topic of numbers only. */
    RESULT_TOO_LARGE
}
