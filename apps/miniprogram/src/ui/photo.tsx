import './photo.css';

/** One picture, cut to a square. */
export function Photo({ src, label }: { src: string; label: string }) {
  return <img className="photo" src={src} alt={label} loading="lazy" />;
}
