package dev.sojourn.api.parameter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.exchange.answer.RecordTable;
import dev.sojourn.exchange.answer.Tabular;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A part of a list.
 *
 * @param type of the items; as a table, its components are the columns
 * @param next where the next part begins, to be given as {@code after}; absent at the end
 */
public record Page<T extends Record>(
        @JsonIgnore Class<T> type,
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next) implements Tabular {
    /**
     * Where a part begins, and from which moment of knowledge, so that what is recorded meanwhile does not shift it.
     *
     * @param position what the list is known at
     * @param last what the part before ended with
     */
    public record Cursor(long position, String last) {
        /**
         * Reads what {@link #toString} wrote.
         *
         * @throws IllegalArgumentException for any other text
         */
        public static Cursor parse(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", 2);
                return new Cursor(Long.parseLong(parts[0]), parts[1]);
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is no cursor: give the next of the answer before", unreadable);
            }
        }

        /** The number that the part before ended with; -1 at the begin of a list. */
        public static int number(Cursor after) {
            try {
                return after == null ? -1 : Integer.parseInt(after.last);
            } catch (NumberFormatException ofAnotherList) {
                throw new BadQuestion("invalid-parameter", "after", "this cursor is of another list");
            }
        }

        @Override
        public String toString() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((position + "/" + last).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A whole list. */
    public static <T extends Record> Page<T> whole(Class<T> type, List<T> items) {
        return new Page<>(type, items, null);
    }

    @Override
    public List<String> columns() {
        return RecordTable.of(type, items).columns();
    }

    @Override
    public List<List<Object>> rows() {
        return RecordTable.of(type, items).rows();
    }

    /** A part of a numbered list, with a link to the next one. */
    public static <T extends Record> ResponseEntity<Page<T>> of(
            HttpServletRequest request,
            Class<T> type,
            List<Integer> numbers,
            long position,
            int limit,
            IntFunction<T> item) {
        var part = numbers.subList(0, Math.min(limit, numbers.size()));
        var items = part.stream().map(item::apply).toList();
        if (part.size() == numbers.size()) {
            return ResponseEntity.ok(new Page<>(type, items, null));
        }
        String next = new Cursor(position, Integer.toString(part.get(part.size() - 1))).toString();
        return ResponseEntity.ok().header(HttpHeaders.LINK, link(request, next)).body(new Page<>(type, items, next));
    }

    /** The {@code Link} header to the next part; the cursor says from which moment of knowledge. */
    public static String link(HttpServletRequest request, String next) {
        return link(query(request, next).replaceQueryParam("knownAt"));
    }

    /** The same where what was asked is repeated in the answer, the moment of knowledge with it. */
    public static String linkAsAsked(HttpServletRequest request, String next) {
        return link(query(request, next));
    }

    private static UriComponentsBuilder query(HttpServletRequest request, String next) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("after", next);
    }

    private static String link(UriComponentsBuilder link) {
        return "<" + link.build(true).toUriString() + ">; rel=\"next\"";
    }
}
