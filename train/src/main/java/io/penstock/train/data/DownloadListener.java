package io.penstock.train.data;

import java.net.URI;

/** Is told how a download comes along. */
public interface DownloadListener {

    /** A download begins; {@code bytes} is its announced length, -1 where none is announced. */
    void begins(URI from, long bytes);

    /** So many more bytes have come. */
    void received(int bytes);

    /** The download is over, whole or not. */
    void ended();

    /** Returns one that tells nobody. */
    static DownloadListener silent() {
        return new DownloadListener() {
            @Override
            public void begins(URI from, long bytes) {
                // nobody is looking
            }

            @Override
            public void received(int bytes) {
                // nobody is looking
            }

            @Override
            public void ended() {
                // nobody is looking
            }
        };
    }
}
