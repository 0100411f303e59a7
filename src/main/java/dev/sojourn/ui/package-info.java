/** The pages: Thymeleaf templates under {@code templates/}, texts in {@code messages*.properties}, no inline script. */
package dev.sojourn.ui;
