package dev.sojourn.study;

import dev.sojourn.study.config.BadConfig;
import dev.sojourn.study.config.ConfigFile;
import dev.sojourn.study.config.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads the file of figures strictly: an unknown field is a typing error, not something to ignore. */
final class FiguresFile {

    private static final List<String> SAYINGS = List.of("equals", "percent", "atLeast", "atMost");

    private FiguresFile() {}

    static Figures read(String file, String yaml) {
        Node root = new ConfigFile(file, yaml).root().fields("figures", "yardsticks");
        var ids = new HashSet<String>();
        var figures = new ArrayList<Figure>();
        for (Node item : root.items("figures")) {
            String id = item.text("id");
            var node = new Node(file + ", figure " + id, item.json());
            if (!ids.add(id)) {
                throw node.at("id").wrong("stands twice", null);
            }
            figures.add(figure(id, node));
        }
        var yardsticks = root.items("yardsticks").stream()
                .map(node -> node.fields("what", "percent", "source"))
                .map(node -> new Yardstick(node.text("what"), node.number("percent"), node.text("source")))
                .toList();
        return new Figures(List.copyOf(figures), yardsticks);
    }

    private static Figure figure(String id, Node node) {
        node.fields("id", "title", "analysis", "parameters", "chart", "source", "note", "expect");
        var analysis =
                node.at("analysis").parsed(text -> word(SavedQuestion.Analysis.class, text), "is none of the analyses");
        var parameters = node.at("parameters");
        var question = checked(parameters, () -> new SavedQuestion(analysis, parameters.texts()));
        var expectations = node.items("expect").stream()
                .map(item -> expectation(item, question))
                .toList();
        return new Figure(
                id,
                node.text("title"),
                question,
                node.at("chart").parsed(text -> word(Figure.Chart.class, text), "is no kind of chart"),
                node.text("source"),
                node.optional("note"),
                expectations);
    }

    /** Beside what is read and what was published, parameters that differ from the figure's may be given. */
    private static Expectation expectation(Node node, SavedQuestion question) {
        Map<String, List<String>> others = new TreeMap<>(node.texts());
        others.remove("read");
        SAYINGS.forEach(others::remove);
        var published = checked(
                node,
                () -> new Published(
                        node.optional("equals"),
                        node.number("percent"),
                        node.number("atLeast"),
                        node.number("atMost")));
        return new Expectation(node.text("read"), checked(node, () -> question.with(others)), published);
    }

    private static <T> T checked(Node node, Supplier<T> made) {
        try {
            return made.get();
        } catch (BadConfig known) {
            throw known;
        } catch (IllegalArgumentException wrong) {
            throw new BadConfig(node.where() + ", " + wrong.getMessage(), wrong);
        }
    }

    private static <E extends Enum<E>> E word(Class<E> words, String text) {
        return Enum.valueOf(words, text.toUpperCase(Locale.ROOT));
    }
}
