package io.penstock.synth.option;

/** How a scan is stored. */
public enum ScanFormat {
    /** PDF, each page a JPEG image. */
    PDF("pdf", true, false),
    /** PDF, each page a bilevel CCITT G4 image. */
    PDF_G4("pdf", true, true),
    /** TIFF, bilevel CCITT G4. */
    TIFF_G4("tif", true, true),
    /** JPEG. */
    JPEG("jpg", false, false),
    /** PNG. */
    PNG("png", false, false);

    private final String extension;
    private final boolean multiPage;
    private final boolean bilevel;

    ScanFormat(String extension, boolean multiPage, boolean bilevel) {
        this.extension = extension;
        this.multiPage = multiPage;
        this.bilevel = bilevel;
    }

    /** Returns the ending of file names, without a dot. */
    public String extension() {
        return extension;
    }

    /** Returns whether a file holds more than one page. */
    public boolean multiPage() {
        return multiPage;
    }

    /** Returns whether pixels are black or white only. */
    public boolean bilevel() {
        return bilevel;
    }
}
