package org.quanheng.trials;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP connection that posts JSON and reads the status; opened again when the server ends it after an answer. It does as little as possible, because under load it shares
 * the processors with the server whose speed is measured.
 */
final class Wire implements AutoCloseable {
    private final URI server;
    private Socket socket;
    private InputStream in;
    private boolean ended;

    Wire(URI server) throws IOException {
        this.server = server;
        this.socket = connected(server);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    private static Socket connected(URI server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Posts the body under an idempotency key; gives the status after the whole answer was read. */
    int post(String path, String key, byte[] body) throws IOException {
        if (ended) {
            socket.close();
            socket = connected(server);
            in = new BufferedInputStream(socket.getInputStream());
            ended = false;
        }
        String head = "POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nContent-Type: application/json\r\nAccept-Language: en\r\nIdempotency-Key: " + key
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream message = new ByteArrayOutputStream(head.length() + body.length);
        message.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(body);
        message.writeTo(socket.getOutputStream());
        int status = Integer.parseInt(line().substring("HTTP/1.1 ".length()).substring(0, 3));
        long length = -1;
        for (String line = line().toLowerCase(Locale.ROOT); !line.isEmpty(); line = line().toLowerCase(Locale.ROOT)) {
            if (line.startsWith("content-length:")) {
                length = Long.parseLong(
                        line.substring("content-length:".length()).strip());
            }
            ended |= line.equals("connection: close");
        }
        if (length >= 0) {
            in.skipNBytes(length);
        } else {
            skipChunks();
        }
        return status;
    }

    private void skipChunks() throws IOException {
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            in.skipNBytes(size);
            line();
        }
        line();
    }

    /** A line of the head, without its end. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("expected the rest of an answer, the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
