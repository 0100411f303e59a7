/** Files that people write: read strictly, since an unknown field is a typing error and nothing to ignore. */
package dev.sojourn.study.config;
