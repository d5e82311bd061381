/** The web page: static files under {@code META-INF/vane-ui}, no code. */
module dev.vane.ui {}
