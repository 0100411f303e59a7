package dev.sojourn.api.traffic;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Passes on what is written at once, and copies it if it is an answer to be kept and does not get too long. */
final class CopiedResponse extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private final int longest;
    private Copying copying;

    CopiedResponse(HttpServletRequest request, HttpServletResponse response, int longest) {
        super(response);
        this.request = request;
        this.longest = longest;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (Unchanged.tag(request) == null) {
            return super.getOutputStream();
        }
        if (copying == null) {
            copying = new Copying(super.getOutputStream());
        }
        return copying;
    }

    /** The whole body; null if it is none to be kept, or was too long. */
    byte[] body() {
        return copying == null || copying.copy == null ? null : copying.copy.toByteArray();
    }

    private final class Copying extends ServletOutputStream {
        private final ServletOutputStream out;
        private ByteArrayOutputStream copy = new ByteArrayOutputStream();

        Copying(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int begin, int count) throws IOException {
            out.write(bytes, begin, count);
            if (copy != null && copy.size() + count > longest) {
                copy = null;
            }
            if (copy != null) {
                copy.write(bytes, begin, count);
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
