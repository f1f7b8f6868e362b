// Read from a disk, a link to a folder does not open the page in it: lead it there.
if (location.protocol === "file:") {
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest("a[href]")
      if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"
    },
    true,
  )
}
