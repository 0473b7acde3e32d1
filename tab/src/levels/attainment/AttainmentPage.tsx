/** Placeholder until the figures are served. */
export default function AttainmentPage(_props: { readonly query: URLSearchParams }) {
  return null;
}
