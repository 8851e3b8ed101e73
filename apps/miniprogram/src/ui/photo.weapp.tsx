import { Image } from '@tarojs/components';
import './photo.css';

/** One picture, cut to a square. */
export function Photo({ src, label }: { src: string; label: string }) {
  return <Image className="photo" src={src} mode="aspectFill" lazyLoad aria-label={label} />;
}
