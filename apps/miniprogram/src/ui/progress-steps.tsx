import { Text, View } from '@tarojs/components';
import { role } from './a11y.js';
import { Icon } from './icon.js';
import './progress-steps.css';

/** How far along something is: steps done are ticked, the present one is named to screen readers. */
export function ProgressSteps({ steps, reached }: { steps: readonly string[]; reached: number }) {
  return (
    <View
      className="progress-steps"
      aria-label={`进度：${steps[reached] ?? ''}，第 ${reached + 1} 步，共 ${steps.length} 步`}
      {...role('img')}
    >
      {steps.map((step, index) => {
        const state = index < reached ? 'past' : index === reached ? 'now' : 'ahead';
        return (
          <View key={step} className={`progress-steps__step progress-steps__step--${state}`} aria-hidden="true">
            <View className="progress-steps__mark">
              {state === 'past' ? <Icon name="check" size="small" /> : <Text>{index + 1}</Text>}
            </View>
            <View className="progress-steps__name">{step}</View>
          </View>
        );
      })}
    </View>
  );
}
