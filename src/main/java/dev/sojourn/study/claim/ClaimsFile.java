package dev.sojourn.study.claim;

import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.study.Expectation;
import dev.sojourn.study.Figures;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.claim.Operand.Asked;
import dev.sojourn.study.claim.Operand.Published;
import dev.sojourn.study.claim.Operand.Released;
import dev.sojourn.study.config.BadConfig;
import dev.sojourn.study.config.ConfigFile;
import dev.sojourn.study.config.Node;
import dev.sojourn.time.Vantage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads a file of claims strictly: an unknown field is a typing error, not something to ignore. JSON is YAML, too. */
public final class ClaimsFile {
    /** More than anybody reads; what asks for more is no text. */
    private static final int MOST = 500;

    private static final String[] PLACE = {
        "figure", "question", "release", "read", "base", "on", "knownAt", "parameters", "published"
    };

    private final Figures figures;
    private final String name;

    private ClaimsFile(Figures figures, String name) {
        this.figures = figures;
        this.name = name;
    }

    /**
     * Reads one.
     *
     * @param figures that claims can be about
     * @param name of the file, for messages
     * @throws BadConfig naming the file, the line in which the claim begins, and the field
     */
    public static Claims read(Figures figures, String name, String yaml) {
        var root = new ConfigFile(name, yaml).root().fields("about", "claims");
        var lines = Lines.of(yaml);
        var file = new ClaimsFile(figures, name);
        var claims = new ArrayList<Claim>();
        var ids = new HashSet<String>();
        for (var item : root.items("claims")) {
            int number = claims.size();
            var claim = file.claim(number + 1, lines.getOrDefault(number, 0), item);
            if (!ids.add(claim.id())) {
                throw file.at(number + 1, lines.getOrDefault(number, 0), item)
                        .at("id")
                        .wrong("stands twice: \"" + claim.id() + "\"", null);
            }
            claims.add(claim);
        }
        if (claims.isEmpty() || claims.size() > MOST) {
            throw root.at("claims").wrong("must be a list of 1 to " + MOST + " claims", null);
        }
        return new Claims(root.optional("about"), List.copyOf(claims));
    }

    private Node at(int number, int line, Node item) {
        return new Node(name + ", line " + line + ", claim " + number, item.json());
    }

    private Claim claim(int number, int line, Node item) {
        var node = at(number, line, item);
        var allowed = new ArrayList<>(List.of("id", "says", "by", "note", "from", "to"));
        allowed.addAll(List.of(PLACE));
        Arrays.stream(Kind.values()).map(Kind::text).forEach(allowed::add);
        node.fields(allowed.toArray(String[]::new));
        var kind = kind(node);
        var claimed = checked(node.at(kind.text()), () -> Claimed.parse(kind, node.text(kind.text())));
        String id = node.optional("id") == null ? "claim-" + number : node.text("id");
        Operand from = null;
        Operand of;
        if (kind.compares()) {
            refuse(node, "stands under from or to, since " + kind.text() + " compares two numbers", PLACE);
            from = operand(needed(node, "from").fields(PLACE));
            of = operand(needed(node, "to").fields(PLACE));
        } else {
            refuse(node, "is for points and differences", "from", "to");
            of = operand(node);
        }
        return new Claim(id, node.text("says"), node.optional("by"), node.optional("note"), claimed, from, of);
    }

    private static Kind kind(Node node) {
        var given = Arrays.stream(Kind.values())
                .filter(kind -> node.json().has(kind.text()))
                .toList();
        if (given.size() != 1) {
            throw node.wrong(
                    "needs one of "
                            + Arrays.stream(Kind.values()).map(Kind::text).toList(),
                    null);
        }
        return given.get(0);
    }

    private static Node needed(Node node, String name) {
        if (!node.json().has(name)) {
            throw node.at(name).wrong("is missing", null);
        }
        return node.at(name);
    }

    private static void refuse(Node node, String why, String... names) {
        for (var name : names) {
            if (node.json().has(name)) {
                throw node.at(name).wrong(why, null);
            }
        }
    }

    private Operand operand(Node node) {
        long places = List.of("figure", "question", "published").stream()
                .filter(node.json()::has)
                .count();
        if (places != 1) {
            throw node.wrong("needs one of [figure, question, published]", null);
        }
        if (node.json().has("published")) {
            refuse(node, "is not asked of published numbers", "release", "read", "base", "on", "knownAt", "parameters");
            return published(node.at("published"));
        }
        if (node.json().has("release")) {
            return released(node);
        }
        String read = node.optional("read");
        String figure = node.optional("figure");
        SavedQuestion question;
        if (node.json().has("question")) {
            question = question(node.at("question"));
        } else {
            var found = figures.find(figure)
                    .orElseThrow(() -> node.at("figure").wrong("\"" + figure + "\" is none of the figures", null));
            var value = found.expectations().stream()
                    .filter(expectation -> read == null || expectation.read().equals(read))
                    .findFirst();
            if (read == null && value.isEmpty()) {
                throw node.at("read").wrong("is missing", null);
            }
            String first = read == null ? value.get().read() : read;
            question = value.map(Expectation::question).orElse(found.question());
            return asked(node, figure, question, first);
        }
        return asked(node, null, question, node.text("read"));
    }

    /** The question is one that the release keeps, by its name there; it has its moment and its rules already. */
    private static Released released(Node node) {
        refuse(node, "is not asked of a release: it keeps the question by its own name, as question", "figure");
        refuse(node, "is not asked of a release, which has its own", "knownAt", "parameters");
        if (!node.json().get("question").isValueNode()) {
            throw node.at("question").wrong("is the name of a question that the release keeps", null);
        }
        var name = node.at("release").parsed(ReleaseName::new, "is no name of a release");
        return new Released(name, node.text("question"), node.text("read"), node.optional("base"), on(node));
    }

    private static LocalDate on(Node node) {
        return node.optional("on") == null ? null : node.at("on").parsed(Vantage::day, "is no day");
    }

    private static SavedQuestion question(Node node) {
        if (!node.json().isObject()) {
            throw node.wrong(
                    "is a mapping of an analysis and its parameters; the name of a question that a release keeps"
                            + " stands beside release",
                    null);
        }
        var parameters = new TreeMap<>(node.texts());
        parameters.remove("analysis");
        var analysis = node.at("analysis").parsed(SavedQuestion.Analysis::parse, "is none of the analyses");
        return checked(node, () -> new SavedQuestion(analysis, parameters));
    }

    private static Asked asked(Node node, String figure, SavedQuestion question, String read) {
        Map<String, List<String>> others = new TreeMap<>();
        if (node.json().has("parameters")) {
            others.putAll(node.at("parameters").texts());
        }
        if (node.json().has("knownAt")) {
            others.put("knownAt", List.of(node.text("knownAt")));
        }
        return new Asked(figure, checked(node, () -> question.with(others)), read, node.optional("base"), on(node));
    }

    private static Published published(Node node) {
        node.fields("count", "of", "share", "source");
        Integer count = node.number("count");
        Integer of = node.number("of");
        BigDecimal percent = node.optional("share") == null
                ? null
                : node.at("share").parsed(ClaimsFile::percent, "is no share in per cent, as in 53 %");
        if ((count == null) == (percent == null) || (of != null && (count == null || of < count))) {
            throw node.wrong("needs count, perhaps with of, or share", null);
        }
        return new Published(count, of, percent, node.text("source"));
    }

    private static BigDecimal percent(String text) {
        var claimed = Claimed.parse(Kind.SHARE, text);
        if (claimed.comparison() != Comparison.EXACTLY) {
            throw new IllegalArgumentException(text);
        }
        return claimed.number();
    }

    private static <T> T checked(Node node, Supplier<T> made) {
        try {
            return made.get();
        } catch (BadConfig known) {
            throw known;
        } catch (IllegalArgumentException wrong) {
            throw new BadConfig(node.where() + ": " + wrong.getMessage(), wrong);
        }
    }
}
