package io.penstock.review.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where people, and other processes of the stage, reach it.
 *
 * @param host       address of this machine
 * @param port       port; 0: any that is free
 * @param advertised host and port for other processes; empty: the same
 * @param secret     what they sign with; empty: they are not asked
 * @param user       who everybody is where nobody logs in
 */
public record HttpSettings(String host, int port, String advertised, Optional<String> secret, String user) {

    /** Returns whether no other machine can reach it. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
