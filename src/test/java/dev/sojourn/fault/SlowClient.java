package dev.sojourn.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** A connection that sends what it likes, when it likes; to this machine only. */
final class SlowClient implements AutoCloseable {

    private final Socket socket;

    private SlowClient(Socket socket) {
        this.socket = socket;
    }

    static SlowClient to(URI server) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
            socket.setSoTimeout(120_000);
            return new SlowClient(socket);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends something; false if the server no longer takes it. */
    boolean send(String text) {
        return send(text.getBytes(US_ASCII));
    }

    boolean send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** All that the server says until it closes the connection; fails if it does not. */
    String answerUntilClosed() {
        try {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (SocketException reset) {
            return "";
        } catch (IOException stillOpen) {
            throw new UncheckedIOException(stillOpen);
        }
    }

    /** The first line that the server says. */
    String status() {
        try {
            var line = new StringBuilder();
            for (int next = socket.getInputStream().read();
                    next > 0 && next != '\r';
                    next = socket.getInputStream().read()) {
                line.append((char) next);
            }
            return line.toString();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
