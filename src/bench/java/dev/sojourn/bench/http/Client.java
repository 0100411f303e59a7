package dev.sojourn.bench.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Asks one thing again and again over one connection, with as little work of its own as can be: what it takes away from
 * the server on the same processors would hide what the server costs.
 */
final class Client implements AutoCloseable {
    /** Stands for three digits, other ones each time: which of the people of the reference ledger is asked about. */
    static final String PERSON = "{person}";

    private static final int PEOPLE = 675;

    private final int port;
    private final String begin;
    private final String end;
    private Socket socket;
    private InputStream in;

    /** Asks for a path, with headers each of which ends its line. */
    Client(int port, String path, String headers) throws IOException {
        this.port = port;
        connect();
        begin = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers
                + "Accept: application/json;n=";
        end = "\r\n\r\n";
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /**
     * Asks once, and reads the whole answer; over a new connection if the server wants no more over this one.
     *
     * @param number a server that keeps answers takes questions with different ones for different questions
     */
    Head ask(int number) throws IOException {
        String asked =
                begin.replace(PERSON, Integer.toString(1_001 + number % PEOPLE).substring(1)) + number + end;
        socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
        var head = head();
        if (head.chunked) {
            for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
                skip(chunk + 2); // and the end of its line
            }
            line();
        } else {
            skip(head.length);
        }
        if (head.last) {
            socket.close();
            connect();
        }
        return head;
    }

    /**
     * What stands before the body.
     *
     * @param status of HTTP
     * @param last whether the server closes the connection after it
     * @param tag its {@code ETag}, or null
     */
    record Head(int status, int length, boolean chunked, boolean last, String tag) {}

    private Head head() throws IOException {
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        String tag = null;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            } else if (lower.equals("connection: close")) {
                last = true;
            } else if (lower.startsWith("etag:")) {
                tag = line.substring(5).strip();
            }
        }
        return new Head(status, length, chunked, last, tag);
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private void skip(int bytes) throws IOException {
        in.skipNBytes(bytes);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
