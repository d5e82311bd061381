package dev.vane.adapters.rest.widget;

/** Writes HTML: every text is escaped, and attributes are the program's own. Not safe for use by several threads. */
final class Html {

    private final StringBuilder text = new StringBuilder(2048);

    /** Opens an element; the attributes with a space before them are the program's own, or escaped. */
    Html open(String tag, String attributes) {
        text.append('<').append(tag).append(attributes).append('>');
        return this;
    }

    /** Closes an element. */
    Html close(String tag) {
        text.append("</").append(tag).append(">\n");
        return this;
    }

    /** An element that holds a text. */
    Html element(String tag, String attributes, String content) {
        return open(tag, attributes).raw(escaped(content)).close(tag);
    }

    /** Something of the program's own. */
    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    /** A text as it may stand in an element or an attribute in double quotes. */
    static String escaped(String plain) {
        StringBuilder safe = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(Character.isISOControl(character) ? ' ' : character);
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
